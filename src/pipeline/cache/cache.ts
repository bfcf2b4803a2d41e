import { orNothing } from "../failure.js";
import type { Host } from "../host.js";
import { isRemote } from "../remote/remote.js";
import type { Job } from "../job.js";
import type { Located } from "../located.js";
import { entryPath, readEntry, storeEntry } from "./entry.js";
import { fingerprintOf } from "./fingerprint.js";
import { changedIn } from "./output-state.js";
import { isSameTrace, type Trace, traceAt } from "./trace.js";

/** Knows whether a run would change nothing, and what it would say. It only makes runs faster: where the system refuses it, the run is made without. */
export interface Cache {
  readonly file: string;
  readonly fingerprint: string;
  /** The inputs, as they were when the run began. */
  readonly inputs: ReadonlyMap<string, Trace>;
}

export interface Recalled {
  readonly paths: readonly string[];
  readonly diagnostics: readonly Located[];
}

/** Gives the trace of an input; it may be the one that the file had when several runs began. */
export type TraceOf = (path: string) => Trace | undefined;

/** The cache for a job, or undefined where there is no place for one, or no input. */
export async function openCache(
  job: Job,
  host: Host,
  traceOf: TraceOf = (path) => traceAt(path, host),
): Promise<Cache | undefined> {
  const file = orNothing(() => entryPath(job, host));
  const fingerprint = file && (await fingerprintOf(job, host));
  if (file === undefined || fingerprint === undefined) return undefined;
  return orNothing(() => {
    const inputs = new Map<string, Trace>();
    // What is remote has a copy, which is looked at as one of the files that were read.
    for (const path of [...job.inputs, ...job.overlays].filter((it) => !isRemote(it))) {
      const trace = traceOf(path);
      if (trace === undefined) return undefined;
      inputs.set(path, trace);
    }
    return { file, fingerprint, inputs };
  });
}

/**
 * The run that this one would repeat; undefined where it has to be made. A run may trust the file system's times; `thorough` is one
 * that reads its inputs whatever they say. A check is asked what is true, so it reads every file.
 */
export async function recall(
  { file, fingerprint, inputs }: Cache,
  job: Job,
  host: Host,
  thorough: boolean,
): Promise<Recalled | undefined> {
  const entry = orNothing(() => readEntry(file, host));
  if (entry?.fingerprint !== fingerprint) return undefined;
  const isCheck = job.mode === "check";
  const output = orNothing(() => changedIn(entry.output, job.output, isCheck, host));
  if (output === undefined) return undefined;
  const traceNow: TraceOf = (path) => inputs.get(path) ?? traceAt(path, host);
  const read = entry.read.filter((it) => isCheck || thorough || !isSameTrace(it.trace, traceNow(it.path)));
  if (output.length > 0 || read.length > 0) {
    const { isAsNoted, notedAgain } = await import("./note.js");
    if (orNothing(() => isAsNoted({ read, output }, job, host)) !== true) return undefined;
    const isTouched = output.length > 0 || read.some((it) => !isSameTrace(it.trace, traceNow(it.path)));
    if (isTouched && job.mode === "write") orNothing(() => storeEntry(file, notedAgain(entry, job, host), host));
  }
  return { paths: entry.output.files.map((it) => it.path), diagnostics: entry.diagnostics };
}
