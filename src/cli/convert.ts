import { extname, resolve } from "node:path";
import { readingOf } from "../config/job-of.js";
import { locateSettings } from "../config/located.js";
import { type Selection, select } from "../config/select.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { fails } from "../diagnostics/fails.js";
import type { Converted, ConvertJob } from "../pipeline/convert.js";
import type { Host } from "../pipeline/host.js";
import { locate, type Located } from "../pipeline/located.js";
import { shownPath } from "../pipeline/paths.js";
import type { Command } from "./command.js";
import type { Screen } from "./screen.js";
import { diagnosticJson } from "./show/json.js";
import { showDone, showFailed } from "./show/summary.js";

/** `sdkwright convert`. Gives whether all went well. */
export async function convert(
  command: Command,
  host: Host,
  screen: Screen,
  diagnostics: Diagnostics,
): Promise<boolean> {
  // What is named with --output is the file to write, and no project has that for its folder.
  const { output, ...settings } = command.settings;
  const selection = await select({ ...command, settings }, host, diagnostics);
  const job = await jobFor(selection, output, command, host, diagnostics);
  if (job === undefined) {
    const located = await locateSettings(diagnostics, selection.file, host);
    return show({ diagnostics: [], sources: [] }, located, undefined, host, screen);
  }
  const pipeline = await import("../pipeline/convert.js");
  const converted = await pipeline.convert(job, host);
  return show(converted, locate(converted.diagnostics, converted.sources), job, host, screen);
}

async function show(
  { state, text, value }: Converted,
  found: readonly Located[],
  job: ConvertJob | undefined,
  host: Host,
  screen: Screen,
): Promise<boolean> {
  const output = job?.output === undefined ? undefined : shownPath(job.output, host);
  const ok = job !== undefined && !fails(found, job.strict);
  const diagnostics = found.map((it) => judged(it, job?.strict === true));
  if (screen.json) {
    const written = output === undefined ? { value: value ?? null } : { output, state: state ?? null };
    screen.object({ version: host.version(), ok, ...written, diagnostics: diagnostics.map(diagnosticJson) });
  }
  await screen.diagnostics(diagnostics);
  if (ok && output === undefined && text !== undefined) screen.text(text);
  if (ok && output !== undefined && state !== undefined)
    screen.result(showDone(output, [{ path: output, state }], job.mode, host.isTTY.stdout));
  if (!ok) screen.note(showFailed(diagnostics, job?.mode ?? "dry"));
  return ok;
}

const judged = (it: Located, strict: boolean): Located =>
  strict && it.severity === "warning" ? { ...it, severity: "error" } : it;

/** Undefined when anything is wrong with the arguments or the settings. The output is never that of a config file: an SDK is there. */
async function jobFor(
  { projects }: Selection,
  file: string | undefined,
  { switches }: Command,
  host: Host,
  diagnostics: Diagnostics,
): Promise<ConvertJob | undefined> {
  const names = projects.map((it) => it.name).join(", ");
  if (projects.length > 1) diagnostics.report("cli/one-project", undefined, { what: "a converted description", names });
  const settings = projects[0]?.settings;
  const output = file === undefined ? undefined : resolve(host.cwd, file);
  const format = output === undefined ? "yaml" : formats.get(extname(output).toLowerCase());
  if (output !== undefined && format === undefined)
    diagnostics.report("cli/convert-output", undefined, { path: shownPath(output, host) });
  if (settings === undefined || diagnostics.failed || format === undefined) return undefined;
  const reading = await readingOf(settings, host, diagnostics);
  return (
    reading && {
      ...reading,
      ...(output !== undefined && { output }),
      format,
      strict: settings.strict === true,
      force: switches.has("force"),
      mode: switches.has("check") ? "check" : "write",
    }
  );
}

const formats: ReadonlyMap<string, ConvertJob["format"]> = new Map([
  [".yaml", "yaml"],
  [".yml", "yaml"],
  [".json", "json"],
]);
