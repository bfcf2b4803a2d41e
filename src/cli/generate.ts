import { isOfConfig, lockName } from "../config/job-of.js";
import { type How, type ProjectRun, runProjects } from "../config/run-projects.js";
import { type Selection, select } from "../config/select.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import type { Observer } from "../pipeline/job.js";
import type { Command } from "./command.js";
import type { Screen } from "./screen.js";
import { forget } from "../pipeline/lock/forget.js";
import { lockPath } from "../pipeline/lock/lines.js";
import { shownPath } from "../pipeline/paths.js";
import { run } from "../pipeline/run.js";
import { labelOf } from "./show/label.js";
import { showDone, showFailed, showFailures, showNewLock } from "./show/summary.js";

/** `sdkwright generate`. Gives whether all went well. */
export async function generate(
  command: Command,
  host: Host,
  screen: Screen,
  observer: Observer,
  diagnostics: Diagnostics,
): Promise<boolean> {
  const selection = await select(command, host, diagnostics);
  if (diagnostics.failed) return refuse(selection, diagnostics, host, screen);
  const how = howOf(command);
  const chosen =
    command.affected === undefined
      ? selection.projects
      : await (await import("./affected.js")).affectedOf(selection, command.affected, host, screen, diagnostics);
  if (chosen === undefined) return refuse(selection, diagnostics, host, screen);
  const runs: ProjectRun[] = [];
  for await (const it of runProjects(chosen, how, host, (job, together) => run(job, host, observer, together))) {
    runs.push(it);
    if (!screen.json) await show(it, selection, host, screen);
  }
  const failed = runs.filter((it) => !it.report.ok);
  if (failed.length === 0 && how.mode === "write") await forgetGone(selection, runs.length, host, screen);
  if (screen.json) {
    const { runsJson } = await import("./show/runs.js");
    screen.object(runsJson(runs, selection, how.mode, host));
    for (const it of runs) await screen.diagnostics(it.report.diagnostics);
  } else if (failed.length > 0 && runs.length > 1)
    screen.note(
      showFailures(
        failed.map((it) => it.project.name),
        runs.length,
      ),
    );
  return failed.length === 0;
}

/** Once all projects of a config file were run as they are there, the lock holds no names of others. */
async function forgetGone(
  { projects, whole, file }: Selection,
  ran: number,
  host: Host,
  screen: Screen,
): Promise<void> {
  const [first] = projects;
  const isAsThere = whole && file !== undefined && ran === projects.length;
  if (!isAsThere || first === undefined || projects.some((it) => it.settings.overridden !== undefined)) return;
  const { home } = first.settings;
  const known = new Set(projects.map((it) => lockName(it.settings)));
  const gone = await forget((it) => !known.has(it) && isOfConfig(it, file), home, host);
  if (gone.length === 0) return;
  const { showForgotten } = await import("./show/forgotten.js");
  screen.note(showForgotten(gone, shownPath(lockPath(home), host)));
}

/** How the flags have projects run. */
export const howOf = ({ switches }: Command): How => ({
  mode: switches.has("check") ? "check" : "write",
  force: switches.has("force"),
  acceptRenames: switches.has("accept-renames"),
});

/** Nothing runs where anything is wrong with the arguments or the config file. */
async function refuse(selection: Selection, diagnostics: Diagnostics, host: Host, screen: Screen): Promise<false> {
  const { locateSettings } = await import("../config/located.js");
  const located = await locateSettings(diagnostics, selection.file, host);
  if (screen.json) screen.object((await import("./show/runs.js")).refusalJson(located, selection, host));
  await screen.diagnostics(located);
  screen.note(showFailed(located, "write"));
  return false;
}

async function show(
  { project, job, report }: ProjectRun,
  selection: Selection,
  host: Host,
  screen: Screen,
): Promise<void> {
  const { ok, files, lock, diagnostics } = report;
  const label = labelOf(project, selection.several, host);
  await screen.diagnostics(diagnostics, selection.several ? label : undefined);
  if (ok && job !== undefined) screen.result(showDone(label, files, job.mode, host.isTTY.stdout));
  if (ok && job?.lock !== undefined && lock === "added" && host.isTTY.stdout)
    screen.result(showNewLock(shownPath(lockPath(job.lock.home), host)));
  if (diagnostics.some((it) => it.code === "write/out-of-date")) {
    const { showDifferences } = await import("./show/differences.js");
    screen.result(showDifferences(files, screen.paint));
  }
  if (!ok) screen.note(`${selection.several ? `${label}: ` : ""}${showFailed(diagnostics, job?.mode ?? "write")}`);
}
