import { orNothing } from "../failure.js";
import type { Host } from "../host.js";
import type { Job } from "../job.js";

/**
 * One text for all that decides what a run gives but the files that it reads: the program, the options and what prettier goes by.
 * Undefined where that cannot be known without running.
 */
export async function fingerprintOf(job: Job, host: Host): Promise<string | undefined> {
  const format = await formatOf(job, host);
  // Neither makes another output of the same inputs.
  const { mode: _mode, force: _force, ...options } = job;
  return format && orNothing(() => JSON.stringify([host.program(), host.cwd, options, format]));
}

async function formatOf({ format, output }: Job, host: Host): Promise<string | undefined> {
  if (format === "none") return format;
  const { formatState } = await import("./format-state.js");
  return orNothing(() => formatState(output, host));
}
