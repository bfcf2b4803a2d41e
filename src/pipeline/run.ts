import { resolve } from "node:path";
import { openCache, recall, type Recalled } from "./cache/cache.js";
import type { Host } from "./host.js";
import { lockPath } from "./lock/lines.js";
import type { Job, Observer } from "./job.js";
import type { Memory } from "./memory.js";
import type { Report } from "./report.js";
import type { Together } from "./together.js";

/**
 * Runs a job. Where nothing has changed since the last time, nothing but this is loaded. `together` is for one of several runs,
 * `memory` for one that was made before in this process.
 */
export async function run(
  job: Job,
  host: Host,
  observer?: Observer,
  together?: Together,
  memory?: Memory,
): Promise<Report> {
  const start = host.now();
  // What is accepted once is not to be said again.
  const cache = job.lock?.accept === true ? undefined : await openCache(job, host, together?.traceOf);
  // What a memory is for asks again later whether anything has changed, and goes by what a run has read.
  const recalled = cache && (await recall(cache, job, host, memory !== undefined));
  if (recalled !== undefined) return unchanged(recalled, job, host.now() - start);
  const [{ generate }, { reportOf }, { remember }] = await host.load(() =>
    Promise.all([import("./generate.js"), import("./report.js"), import("./cache/note.js")]),
  );
  // A memory knows what the run before has understood.
  const understand = memory === undefined ? await together?.understand() : undefined;
  const outcome = await generate(job, host, observer, memory, understand);
  const report = reportOf(outcome, job);
  if (cache !== undefined && report.ok && job.mode === "write") {
    const files = report.files.filter((it) => it.state !== "removed");
    const read = [...outcome.sources.map((it) => resolve(host.cwd, it.path)), lockPath(job.remote.home)];
    remember(cache, files, report.diagnostics, read, job, host);
  }
  return report;
}

const unchanged = ({ paths, diagnostics }: Recalled, { lock }: Job, ms: number): Report => ({
  ok: true,
  files: paths.map((path) => ({ path, state: "same" })),
  ...(lock?.isWhole === true && { lock: "same" }),
  diagnostics,
  stages: [{ name: "unchanged", ms }],
});
