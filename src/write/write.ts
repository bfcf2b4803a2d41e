import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { fails } from "../diagnostics/fails.js";
import { failureOf } from "../pipeline/failure.js";
import type { Host } from "../pipeline/host.js";
import { shownPath } from "../pipeline/paths.js";
import { apply } from "./apply.js";
import type { FileChange } from "./change.js";
import { planOf, type Obstacle, type OutputFile, type Plan } from "./plan.js";
import { readTree, type Tree } from "./tree.js";

export interface WriteOptions {
  /** The output folder, absolute. */
  readonly output: string;
  /** `check` and `dry` change nothing; in `check` a difference is an error. */
  readonly mode: "write" | "check" | "dry";
  readonly force: boolean;
  readonly strict: boolean;
}

/**
 * Makes the output folder hold these files and no other file of ours, unless an error stands in the diagnostics, then or
 * before. Only what differs is touched; what sdkwright did not write is never touched.
 */
export function write(
  files: readonly OutputFile[],
  options: WriteOptions,
  host: Host,
  diagnostics: Diagnostics,
): readonly FileChange[] {
  const root = rootOf(options.output, host, diagnostics);
  const tree = root === undefined ? undefined : treeOf(root, host, diagnostics);
  const plan = planOf(files, tree ?? new Map());
  report(plan, options, host, diagnostics);
  if (root !== undefined && options.mode === "write" && !fails(diagnostics.all, options.strict)) {
    const failure = apply(plan, root, host);
    if (failure !== undefined)
      diagnostics.report("write/failed", undefined, { ...failure, path: shownPath(failure.path, host) });
  }
  return plan.changes;
}

/** The output folder without links in its own path: that one may be a link, since the user named it. */
function rootOf(output: string, host: Host, diagnostics: Diagnostics): string | undefined {
  return attempt(output, host, diagnostics, () => {
    const kind = host.stat(output)?.kind;
    if (kind === "folder") return host.realpath(output);
    if (kind === undefined && host.lstat(output) === undefined) return output;
    diagnostics.report("write/not-a-folder", undefined, { path: shownPath(output, host) });
    return undefined;
  });
}

const treeOf = (root: string, host: Host, diagnostics: Diagnostics): Tree | undefined =>
  attempt(root, host, diagnostics, () => readTree(root, host));

function attempt<T>(path: string, host: Host, diagnostics: Diagnostics, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    diagnostics.report("write/failed", undefined, { reason: failure.reason, path: shownPath(path, host) });
    return undefined;
  }
}

function report(plan: Plan, { output, mode, force }: WriteOptions, host: Host, diagnostics: Diagnostics): void {
  for (const { path, kind } of plan.obstacles) {
    // A folder is never taken, not even by force: what is in it was not asked for.
    if (force && kind !== "folder") continue;
    diagnostics.report(codes[kind], undefined, { path: shownPath(join(output, path), host) });
  }
  if (plan.interrupted) diagnostics.report("write/interrupted", undefined, { path: shownPath(output, host) });
  const count = plan.changes.filter((it) => it.state !== "same").length;
  if (mode === "check" && count > 0) {
    const path = shownPath(output, host);
    diagnostics.report("write/out-of-date", undefined, { files: differing(count), path });
    const broken = plan.changes.filter(differsInBreaks).length;
    if (broken > 0) diagnostics.report("write/line-breaks", undefined, { files: differing(broken), path });
  }
}

const differing = (count: number): string => (count === 1 ? "1 of its files differs" : `${count} of its files differ`);

const differsInBreaks = ({ text, before }: FileChange): boolean =>
  before !== undefined && before.replaceAll("\r\n", "\n") === text?.replaceAll("\r\n", "\n");

const codes = {
  foreign: "write/foreign-file",
  link: "write/link",
  folder: "write/folder-in-the-way",
} as const satisfies Record<Obstacle["kind"], string>;
