import { fails } from "../diagnostics/fails.js";
import { openCache, type Recalled } from "./cache/cache.js";
import type { Host } from "./host.js";
import type { FileChange, Job, Observer, Outcome, Stage } from "./job.js";
import { locate, type Located } from "./located.js";

/** What a run did, ready to be shown. Plain data. */
export interface Report {
  /** Whether nothing stood against the output: no error, with `strict` no warning either. */
  readonly ok: boolean;
  /** Ordered by path. */
  readonly files: readonly FileChange[];
  readonly diagnostics: readonly Located[];
  readonly stages: readonly Stage[];
}

/** Runs a job. Where nothing has changed since the last time, nothing but this is loaded. */
export async function run(job: Job, host: Host, observer?: Observer): Promise<Report> {
  const start = host.now();
  const cache = openCache(job, host);
  const recalled = cache?.recall();
  if (recalled !== undefined) return unchanged(recalled, host.now() - start);
  const { generate } = await import("./generate.js");
  const report = reportOf(await generate(job, host, observer), job);
  if (report.ok && job.mode === "write") {
    cache?.remember(report.files.filter((it) => it.state !== "removed").map((it) => it.path), report.diagnostics);
  }
  return report;
}

const unchanged = ({ paths, diagnostics }: Recalled, ms: number): Report => ({
  ok: true,
  files: paths.map((path) => ({ path, state: "same" })),
  diagnostics,
  stages: [{ name: "unchanged", ms }],
});

const reportOf = ({ files, diagnostics, sources, stages }: Outcome, { strict }: Job): Report => ({
  ok: !fails(diagnostics, strict),
  files,
  diagnostics: locate(diagnostics, sources).map((it) => (strict && it.severity === "warning" ? { ...it, severity: "error" } : it)),
  stages,
});
