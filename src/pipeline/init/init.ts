import { join } from "node:path";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { replaceFile } from "../../write/write-one.js";
import { failureOf } from "../failure.js";
import type { Host } from "../host.js";
import type { ChangeState } from "../job.js";
import { shownPath, wayInto } from "../paths.js";
import { withAttributes } from "./attributes.js";
import { withScripts } from "./manifest.js";

/** What a project is set up with. */
export interface Setup {
  /** The text of a new config file; absent where there is one. */
  readonly config?: { readonly path: string; readonly text: string };
  /** The output folders, absolute. */
  readonly outputs: readonly string[];
}

/** A file that was looked at, and what became of it. */
export interface SetUp {
  /** Absolute. */
  readonly path: string;
  readonly state: ChangeState;
  /** What there is to say of it, as the end of a sentence. */
  readonly note: string;
}

/** Writes what is missing, file by file in one step, and changes nothing that is there. */
export function setUp({ config, outputs }: Setup, host: Host, diagnostics: Diagnostics): readonly SetUp[] {
  const plans = [...(config === undefined ? [] : [plan(config.path, undefined, config.text, "", host)])];
  const manifest = scripts(host, diagnostics);
  plans.push(...(manifest === undefined ? [] : [manifest]), attributes(outputs, host));
  if (diagnostics.failed) return [];
  try {
    for (const { path, state, text } of plans) if (state !== "same") replaceFile(path, text, host);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    diagnostics.report("write/failed", undefined, { path: shownPath(host.cwd, host), reason: failure.reason });
  }
  return plans;
}

interface Plan extends SetUp {
  readonly text: string;
}

function plan(path: string, before: string | undefined, text: string, note: string, host: Host): Plan {
  const state = before === text ? "same" : host.lstat(path) === undefined ? "added" : "changed";
  return { path, state, text, note };
}

function scripts(host: Host, diagnostics: Diagnostics): Plan | undefined {
  const path = join(host.cwd, "package.json");
  const text = textAt(path, host);
  if (text === undefined) return undefined;
  const found = withScripts(text, SCRIPTS);
  if (found === undefined) diagnostics.report("init/bad-manifest", undefined, { path: shownPath(path, host) });
  const { added, taken } = found ?? { added: [], taken: [] };
  const notes = [
    ...(added.length > 0 ? [`scripts ${added.join(" and ")}`] : []),
    ...(taken.length > 0 ? [`${taken.join(" and ")} stays, which is another script`] : []),
  ];
  return plan(path, text, found?.text ?? text, notes.join("; "), host);
}

const SCRIPTS = { generate: "sdkwright generate", "generate:check": "sdkwright generate --check" };

function attributes(outputs: readonly string[], host: Host): Plan {
  const path = join(host.cwd, ".gitattributes");
  const before = textAt(path, host);
  // Git takes its patterns from the folder of the file, never from one above.
  const inside = outputs.map((it) => wayInto(host.cwd, it)?.replaceAll("\\", "/") ?? "").filter((it) => it !== "");
  return plan(path, before, withAttributes(before ?? "", inside), inside.join(" and "), host);
}

const textAt = (path: string, host: Host): string | undefined => {
  const bytes = host.stat(path)?.kind === "file" ? host.readFile(path) : undefined;
  return bytes && Buffer.from(bytes).toString("utf8");
};
