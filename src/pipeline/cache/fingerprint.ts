import type { Host } from "../host.js";
import type { Job } from "../job.js";
import { formatState } from "./format-state.js";

/**
 * One text for all that decides what a run gives but the files that it reads: the program, the options and what prettier goes by.
 * Undefined where that cannot be known without running.
 */
export function fingerprintOf(job: Job, host: Host): string | undefined {
  const format = job.format === "none" ? "none" : formatState(job.output, host);
  // Neither makes another output of the same inputs.
  const { mode: _mode, force: _force, ...options } = job;
  return format && JSON.stringify([host.program(), host.cwd, options, format]);
}
