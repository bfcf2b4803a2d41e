import { relative, resolve } from "node:path";
import { jobOf } from "../../config/job-of.js";
import { loadConfig } from "../../config/load.js";
import { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Host } from "../../pipeline/host.js";
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
  const settings = await loadConfig(config, host, diagnostics);
  const job = settings && (await jobOf(settings, "dry", false, host, diagnostics));
  if (job === undefined) return undefined;
  const { sources, load } = await read(job, host, diagnostics);
  await load();
  const local = [...job.inputs, ...job.overlays].filter((it) => !isRemote(it));
  const reads = [config, ...local, ...sources().map((it) => resolve(host.cwd, it.path))];
  const shown = (path: string): string => relative(host.cwd, path).replaceAll("\\", "/");
  return {
    reads: [...new Set(reads.map(shown))].toSorted(),
    outputs: [shown(job.output)],
    packages: job.format === "prettier" ? ["prettier"] : [],
  };
}
