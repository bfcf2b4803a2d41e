import { relative } from "node:path";
import { inputsOf } from "../../config/inputs-of.js";
import { jobOf } from "../../config/job-of.js";
import { loadConfig } from "../../config/load.js";
import type { RunProgram } from "../../config/programs/run.js";
import { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Host } from "../../pipeline/host.js";
import type { Job } from "../../pipeline/job.js";
import { lockPath } from "../../pipeline/lock/lines.js";

/** What a build system has to know of a config. Paths are relative to the host's folder, `/` between segments. */
export interface Facts {
  /** Every file that a run reads. */
  readonly reads: readonly string[];
  /** The folders that it writes, and the lock where it writes one. */
  readonly outputs: readonly string[];
  /** The packages beside sdkwright whose version decides what is written. */
  readonly packages: readonly string[];
}

/** Undefined where the config is at fault: the run itself will say what is wrong with it. */
export async function factsOf(config: string, host: Host, run: RunProgram): Promise<Facts | undefined> {
  const diagnostics = new Diagnostics();
  const all = (await loadConfig(config, host, diagnostics, run))?.all ?? [];
  const jobs = await Promise.all(all.map((it) => jobOf(it.settings, "dry", false, host, diagnostics)));
  const made = jobs.filter((it) => it !== undefined);
  if (all.length === 0 || diagnostics.failed) return undefined;
  // What prettier goes by is given to nx as patterns, which take in what is not there yet.
  const plain = all.map(({ name, settings }) => ({ name, settings: { ...settings, format: "none" as const } }));
  const read = await Promise.all(plain.map((it) => inputsOf(it, config, host)));
  const shown = (path: string): string => relative(host.cwd, path).replaceAll("\\", "/");
  return {
    reads: [...new Set(read.flatMap((it) => it.paths).map(shown))].toSorted(),
    outputs: [...new Set(made.flatMap(writtenBy).map(shown))],
    packages: made.some((it) => it.format === "prettier") ? ["prettier"] : [],
  };
}

const writtenBy = ({ output, lock }: Job): readonly string[] => [output, ...(lock ? [lockPath(lock.home)] : [])];
