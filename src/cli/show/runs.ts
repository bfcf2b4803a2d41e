import type { ProjectRun } from "../../config/run-projects.js";
import type { Selection } from "../../config/select.js";
import type { Host } from "../../pipeline/host.js";
import type { Mode } from "../../pipeline/job.js";
import type { Located } from "../../pipeline/located.js";
import { shownPath } from "../../pipeline/paths.js";
import { diagnosticJson } from "./json.js";

/** What `--json` prints: of a config with a list of projects, be one chosen or all, by project. */
export const runsJson = (
  runs: readonly ProjectRun[],
  { several }: Pick<Selection, "several">,
  mode: Mode,
  host: Host,
): object => (several ? allJson(runs, mode, host) : onlyJson(runs[0], mode, host));

const onlyJson = (run: ProjectRun | undefined, mode: Mode, host: Host): object => ({
  version: host.version(),
  ok: run?.report.ok ?? true,
  mode,
  // None where no input of the project changed.
  ...(run === undefined ? { files: [], diagnostics: [], stages: [] } : reportJson(run, host)),
  peakMemory: host.peakMemory(),
});

const allJson = (runs: readonly ProjectRun[], mode: Mode, host: Host): object => ({
  version: host.version(),
  ok: runs.every((it) => it.report.ok),
  mode,
  projects: runs.map((it) => ({ name: it.project.name, ok: it.report.ok, ...reportJson(it, host) })),
  diagnostics: [],
  peakMemory: host.peakMemory(),
});

const reportJson = ({ job, report: { files, lock, diagnostics, stages } }: ProjectRun, host: Host): object => ({
  ...(job && { output: shownPath(job.output, host) }),
  files: files.map(({ path, state }) => ({ path, state })),
  ...(lock && { lock }),
  diagnostics: diagnostics.map(diagnosticJson),
  stages: stages.map(({ name, ms }) => ({ name, ms: Math.round(ms * 10) / 10 })),
});

/** And where nothing runs. */
export const refusalJson = (
  diagnostics: readonly Located[],
  { several }: Pick<Selection, "several">,
  host: Host,
): object => ({
  version: host.version(),
  ok: false,
  ...(several ? { projects: [] } : { files: [] }),
  diagnostics: diagnostics.map(diagnosticJson),
  ...(!several && { stages: [] }),
  peakMemory: host.peakMemory(),
});
