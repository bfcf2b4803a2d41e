import { Programs } from "../config/programs/programs.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { generate } from "../pipeline/generate.js";
import type { Host } from "../pipeline/host.js";
import type { Job } from "../pipeline/job.js";
import type { Located } from "../pipeline/located.js";
import { shownPath } from "../pipeline/paths.js";
import { refusal, reportOf, type Report } from "../pipeline/report.js";
import { watch as watchFiles, type Round } from "../pipeline/watch/watch.js";
import type { Command } from "./command.js";
import { jobFor, reportJson } from "./generate.js";
import type { Screen } from "./screen.js";
import { showRound } from "./show/round.js";
import { showFailed } from "./show/summary.js";

/** `sdkwright generate --watch`: until it is asked to end. */
export async function watch(command: Command, host: Host, screen: Screen): Promise<true> {
  const programs = new Programs();
  const told = new Set<string>();
  await watchFiles(host, async (files, changed) => {
    const start = host.now();
    const diagnostics = new Diagnostics();
    const job = await jobFor(command, files, diagnostics, programs.run);
    const report = job === undefined ? refusal(diagnostics.all) : reportOf(await generate(job, files), job);
    return roundOf(report, job, { changed, ms: host.now() - start, told }, host, screen);
  });
  return true;
}

interface Made {
  readonly changed: readonly string[];
  readonly ms: number;
  /** What the last run had to say. */
  readonly told: Set<string>;
}

function roundOf(report: Report, job: Job | undefined, made: Made, host: Host, screen: Screen): Round {
  return {
    ok: report.ok,
    outputs: job === undefined ? [] : [job.output],
    async tell() {
      const changed = made.changed.map((it) => shownPath(it, host));
      if (screen.json) screen.line({ ...reportJson(report, job, host), changed, ms: Math.round(made.ms) });
      await screen.diagnostics(untold(report, made.told));
      if (job !== undefined && report.ok)
        screen.result(showRound(shownPath(job.output, host), report.files, made.ms, changed));
      if (!report.ok) screen.note(showFailed(report.diagnostics, "write"));
    },
  };
}

/** All of a run that failed; of one that went well what the one before had not said. */
function untold({ ok, diagnostics }: Report, told: Set<string>): Report["diagnostics"] {
  const fresh = diagnostics.filter((it) => !ok || !told.has(nameOf(it)));
  told.clear();
  for (const it of diagnostics) told.add(nameOf(it));
  return fresh;
}

/** Without the line, which moves with each one above. */
const nameOf = ({ code, message, place }: Located): string =>
  JSON.stringify([code, message, place?.path, place?.pointer]);
