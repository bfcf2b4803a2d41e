import { locateSettings } from "../config/located.js";
import { Programs } from "../config/programs/programs.js";
import { type ProjectRun, runProjects } from "../config/run-projects.js";
import { type Selection, select } from "../config/select.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { generate } from "../pipeline/generate.js";
import type { Host } from "../pipeline/host.js";
import type { FileChange } from "../pipeline/job.js";
import type { Located } from "../pipeline/located.js";
import { Memories } from "../pipeline/memory.js";
import { shownPath } from "../pipeline/paths.js";
import { reportOf } from "../pipeline/report.js";
import { watch as watchFiles, type Round } from "../pipeline/watch/watch.js";
import type { Command } from "./command.js";
import { howOf } from "./generate.js";
import type { Screen } from "./screen.js";
import { labelOf } from "./show/label.js";
import { showRound } from "./show/round.js";
import { refusalJson, runsJson } from "./show/runs.js";
import { showFailed } from "./show/summary.js";

/** `sdkwright generate --watch`: until it is asked to end. */
export async function watch(command: Command, host: Host, screen: Screen): Promise<true> {
  const programs = new Programs();
  const memories = new Memories();
  const last: Last = { told: new Set(), failed: new Set() };
  await watchFiles(host, async (files, changed) => {
    const start = host.now();
    const diagnostics = new Diagnostics();
    const selection = await select(command, files, diagnostics, programs.run);
    const { file = last.config } = selection;
    // Who names the input by a flag has all that a run needs.
    if (selection.file === undefined && file !== undefined && command.settings.input === undefined)
      diagnostics.report("config/removed", undefined, { path: shownPath(file, host) });
    last.config = file;
    const runs: ProjectRun[] = [];
    const how = howOf(command);
    // Whoever accepts renames has seen those that there are, and not the ones to come.
    const acceptRenames = how.acceptRenames === true && changed.length === 0;
    const make = runProjects(selection.projects, { ...how, acceptRenames }, files, async (job) =>
      reportOf(await generate(job, files, undefined, memories.of(job)), job),
    );
    for await (const it of make) runs.push(it);
    const made = { changed: changed.map((it) => shownPath(it, host)), ms: host.now() - start, last };
    if (!diagnostics.failed) return roundOf(runs, selection, made, host, screen);
    return refusalOf(await locateSettings(diagnostics, selection.file, files), selection, made, host, screen);
  });
  return true;
}

interface Made {
  readonly changed: readonly string[];
  readonly ms: number;
  readonly last: Last;
}

/** What the run before had to say. */
interface Last {
  readonly told: Set<string>;
  /** The projects that failed, by label; a refusal of all of them by "". */
  readonly failed: Set<string>;
  /** The config file that there was, absolute. */
  config?: string | undefined;
}

function roundOf(runs: readonly ProjectRun[], selection: Selection, made: Made, host: Host, screen: Screen): Round {
  const ok = runs.every((it) => it.report.ok);
  return {
    ok,
    outputs: runs.flatMap(({ job }) => (job === undefined ? [] : [job.output])),
    async tell() {
      if (screen.json) screen.line({ ...runsJson(runs, selection, "write", host), ...timesOf(made) });
      const fresh = untold(runs, made.last.told);
      const isNews = newsOf(runs, selection, made, host);
      for (const [i, it] of runs.entries()) await tellOf(it, fresh[i] ?? [], isNews(it), selection, made, host, screen);
      if (!runs.some(isNews)) screen.result(showRound("All projects", filesOf(runs), made.ms, made.changed));
    },
  };
}

/** Where there is no telling which projects there are. */
const refusalOf = (
  diagnostics: readonly Located[],
  selection: Selection,
  made: Made,
  host: Host,
  screen: Screen,
): Round => ({
  ok: false,
  outputs: [],
  async tell() {
    made.last.failed.add("");
    if (screen.json) screen.line({ ...refusalJson(diagnostics, selection, host), ...timesOf(made) });
    await screen.diagnostics(diagnostics);
    screen.note(showFailed(diagnostics, "write"));
  },
});

const timesOf = ({ changed, ms }: Made): object => ({ changed, ms: Math.round(ms) });

async function tellOf(
  { project, report: { ok, files, diagnostics } }: ProjectRun,
  fresh: readonly Located[],
  isNews: boolean,
  { several }: Selection,
  { changed, ms }: Made,
  host: Host,
  screen: Screen,
): Promise<void> {
  const label = labelOf(project, several, host);
  await screen.diagnostics(fresh, several ? label : undefined);
  if (ok && isNews) screen.result(showRound(label, files, ms, changed));
  if (!ok) screen.note(`${several ? `${label}: ` : ""}${showFailed(diagnostics, "write")}`);
}

/** Of several projects those of which there is nothing to tell are passed over: nothing failed, now or before, and no file changed. */
function newsOf(
  runs: readonly ProjectRun[],
  { several }: Selection,
  { changed, last: { failed } }: Made,
  host: Host,
): (run: ProjectRun) => boolean {
  const before = new Set(failed);
  const label = (run: ProjectRun): string => labelOf(run.project, several, host);
  failed.clear();
  for (const it of runs) if (!it.report.ok) failed.add(label(it));
  const isFirst = changed.length === 0 || before.has("");
  return (run) =>
    !several ||
    isFirst ||
    !run.report.ok ||
    before.has(label(run)) ||
    run.report.files.some((it) => it.state !== "same");
}

const filesOf = (runs: readonly ProjectRun[]): readonly FileChange[] => runs.flatMap((it) => it.report.files);

/** All of a run that failed; of one that went well what the one before had not said. */
function untold(runs: readonly ProjectRun[], told: Set<string>): readonly (readonly Located[])[] {
  const fresh = runs.map(({ report: { ok, diagnostics } }) => diagnostics.filter((it) => !ok || !told.has(nameOf(it))));
  told.clear();
  for (const it of runs.flatMap(({ report }) => report.diagnostics)) told.add(nameOf(it));
  return fresh;
}

/** Without the line, which moves with each one above. */
const nameOf = ({ code, message, place }: Located): string =>
  JSON.stringify([code, message, place?.path, place?.pointer]);
