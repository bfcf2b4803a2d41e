import { relative, resolve } from "node:path";
import { jobOf } from "../../config/job-of.js";
import { loadConfig } from "../../config/load.js";
import { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Host } from "../../pipeline/host.js";
import type { Job } from "../../pipeline/job.js";
import { read } from "../../pipeline/reading.js";
import { isRemote } from "../../pipeline/remote/remote.js";

/** What a build system has to know of a config. Paths are relative to the host's folder, `/` between segments. */
export interface Facts {
  /** Every file that a run reads. */
  readonly reads: readonly string[];
  /** The folders that it writes. */
  readonly outputs: readonly string[];
  /** The packages beside sdkwright whose version decides what is written. */
  readonly packages: readonly string[];
}

/** Undefined where the config is at fault: the run itself will say what is wrong with it. */
export async function factsOf(config: string, host: Host): Promise<Facts | undefined> {
  const diagnostics = new Diagnostics();
  const projects = await loadConfig(config, host, diagnostics);
  const jobs = await Promise.all(
    (projects?.all ?? []).map((it) => jobOf(it.settings, "dry", false, host, diagnostics)),
  );
  const made = jobs.filter((it) => it !== undefined);
  if (projects === undefined || made.length < jobs.length) return undefined;
  const read = await Promise.all(made.map((it) => readBy(it, host)));
  const shown = (path: string): string => relative(host.cwd, path).replaceAll("\\", "/");
  return {
    reads: [...new Set([config, ...read.flat()].map(shown))].toSorted(),
    outputs: made.map((it) => shown(it.output)),
    packages: made.some((it) => it.format === "prettier") ? ["prettier"] : [],
  };
}

async function readBy(job: Job, host: Host): Promise<readonly string[]> {
  const { sources, load } = await read(job, host, new Diagnostics());
  await load();
  const local = [...job.inputs, ...job.overlays].filter((it) => !isRemote(it));
  return [...local, ...sources().map((it) => resolve(host.cwd, it.path))];
}
