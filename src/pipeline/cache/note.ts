import { join } from "node:path";
import { lockPath } from "../lock/lines.js";
import { ownLines } from "../lock/own.js";
import type { Host } from "../host.js";
import type { Job } from "../job.js";
import type { Located } from "../located.js";
import type { Cache } from "./cache.js";
import { orNothing } from "../failure.js";
import { type Entry, type FileState, storeEntry } from "./entry.js";
import { hash, hashOfFile } from "./hash.js";
import type { OutputState } from "./output-state.js";
import { type OutputFile, stateOf } from "./state-of.js";
import { isSameTrace, traceAt } from "./trace.js";

/** Takes note of a run that left the output up to date. `read` are the files that it read, with absolute paths. */
export function remember(
  { file, fingerprint, inputs }: Cache,
  files: readonly OutputFile[],
  diagnostics: readonly Located[],
  read: readonly string[],
  job: Job,
  host: Host,
): void {
  orNothing(() => {
    // An input that was changed while the run read it may have been read in either state.
    if ([...inputs].some(([path, trace]) => !isSameTrace(trace, traceAt(path, host)))) return;
    const all = [...new Set([...inputs.keys(), ...read])];
    const states = all.map((path) => fileState(path, job, host));
    storeEntry(file, { fingerprint, read: states, output: stateOf(job.output, files, host), diagnostics }, host);
  });
}

/** Whether files hold what was noted of them. */
export const isAsNoted = (
  { read, output }: { readonly read: readonly FileState[]; readonly output: OutputState["files"] },
  job: Job,
  host: Host,
): boolean =>
  read.every((it) => isAsRead(it, job, host)) &&
  output.every((it) => hashOfFile(join(job.output, it.path), host) === it.hash);

function isAsRead({ path, trace, hash }: FileState, job: Job, host: Host): boolean {
  // Of the lock only some lines count; any other file is another one where it is longer or shorter.
  if (!isLock(path, job) && traceAt(path, host)?.size !== trace?.size) return false;
  return fileState(path, job, host).hash === hash;
}

const isLock = (path: string, { remote }: Job): boolean => path === lockPath(remote.home);

/** The same with the times of now. */
export const notedAgain = (entry: Entry, job: Job, host: Host): Entry => ({
  ...entry,
  read: entry.read.map((it) => fileState(it.path, job, host)),
  output: stateOf(
    job.output,
    entry.output.files.map(({ path }) => ({ path })),
    host,
  ),
});

/** The trace first: what is written to in between has another one then. */
const fileState = (path: string, job: Job, host: Host): FileState => ({
  path,
  trace: traceAt(path, host),
  hash: isLock(path, job) ? hash(ownLines(job, host).join("\n")) : hashOfFile(path, host),
});
