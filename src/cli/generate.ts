import { jobOf } from "../config/job-of.js";
import type { RunProgram } from "../config/programs/run.js";
import { settingsOf } from "../config/settings.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import type { Job, Observer } from "../pipeline/job.js";
import { shownPath } from "../pipeline/paths.js";
import type { Report } from "../pipeline/report.js";
import { run } from "../pipeline/run.js";
import type { Command } from "./command.js";
import type { Screen } from "./screen.js";
import { diagnosticJson } from "./show/json.js";
import { showDone, showFailed } from "./show/summary.js";

/** `sdkwright generate`. Gives whether all went well. */
export async function generate(
  command: Command,
  host: Host,
  screen: Screen,
  observer: Observer,
  diagnostics: Diagnostics,
): Promise<boolean> {
  const job = await jobFor(command, host, diagnostics);
  const report = job === undefined ? await refused(diagnostics) : await run(job, host, observer);
  if (screen.json) screen.object(reportJson(report, job, host));
  await screen.diagnostics(report.diagnostics);
  if (job !== undefined) await showFiles(report, job, host, screen);
  if (!report.ok) screen.note(showFailed(report.diagnostics, job?.mode ?? "write"));
  return report.ok;
}

/** Undefined when anything is wrong with the arguments or the settings. `run` runs a config that is a program. */
export async function jobFor(
  command: Command,
  host: Host,
  diagnostics: Diagnostics,
  run?: RunProgram,
): Promise<Job | undefined> {
  const settings = await settingsOf(command.settings, command.config, host, diagnostics, run);
  if (settings === undefined || diagnostics.failed) return undefined;
  const acceptRenames = command.switches.has("accept-renames");
  const mode = command.switches.has("check") ? "check" : "write";
  return jobOf({ ...settings, acceptRenames }, mode, command.switches.has("force"), host, diagnostics);
}

const refused = async (diagnostics: Diagnostics): Promise<Report> =>
  (await import("../pipeline/report.js")).refusal(diagnostics.all);

async function showFiles({ ok, files, diagnostics }: Report, job: Job, host: Host, screen: Screen): Promise<void> {
  if (ok) screen.result(showDone(shownPath(job.output, host), files, job.mode, host.isTTY.stdout));
  if (!diagnostics.some((it) => it.code === "write/out-of-date")) return;
  const { showDifferences } = await import("./show/differences.js");
  screen.result(showDifferences(files, screen.paint));
}

export const reportJson = ({ ok, files, diagnostics, stages }: Report, job: Job | undefined, host: Host): object => ({
  version: host.version(),
  ok,
  ...(job && { mode: job.mode, output: shownPath(job.output, host) }),
  files: files.map(({ path, state }) => ({ path, state })),
  diagnostics: diagnostics.map(diagnosticJson),
  stages: stages.map(({ name, ms }) => ({ name, ms: Math.round(ms * 10) / 10 })),
  peakMemory: host.peakMemory(),
});
