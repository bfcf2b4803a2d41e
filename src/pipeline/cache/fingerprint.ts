import { createHash, hash as oneShot } from "node:crypto";
import type { Host, Stat } from "../host.js";
import { isRemote } from "../remote/remote.js";
import type { Job } from "../job.js";
import { formatState } from "./format-state.js";

/**
 * One word for all that decides what a run gives: the program, the options, the bytes of the inputs and what prettier
 * goes by. Undefined where that cannot be known without running.
 */
export function fingerprintOf(job: Job, host: Host, hashOf: HashOf): string | undefined {
  // What is remote has a copy, which is looked at as one of the files that were read.
  const local = [...job.inputs, ...job.overlays].filter((it) => !isRemote(it));
  const inputs = local.map(hashOf);
  const format = job.format === "none" ? "none" : formatState(job.output, host);
  if (format === undefined || inputs.includes(undefined)) return undefined;
  // Neither makes another output of the same inputs.
  const { mode: _mode, force: _force, ...options } = job;
  return hash(JSON.stringify([host.program(), host.cwd, options, inputs, format]));
}

/** The hash of a file; undefined where there is none that can be read. */
export type HashOf = (path: string) => string | undefined;

export const hash = (data: string | Uint8Array): string => oneShot("sha256", data);

/** Hashes a file again only where the file system says that it is another one. */
export function hashingOnce(host: Host): HashOf {
  const known = new Map<string, { readonly stat: Stat; readonly hash: string | undefined }>();
  return (path) => {
    const stat = host.stat(path);
    const before = known.get(path);
    if (stat === undefined || (before !== undefined && isSame(before.stat, stat))) return stat && before?.hash;
    const hash = hashOfFile(path, host);
    known.set(path, { stat, hash });
    return hash;
  };
}

const isSame = (a: Stat, b: Stat): boolean => a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;

/** Undefined where no file is, or one that cannot be read: a whole run will say so. */
export function hashOfFile(path: string, host: Host): string | undefined {
  if (host.stat(path)?.kind !== "file") return undefined;
  const pieces = host.readPieces(path);
  if (pieces === undefined) return undefined;
  const all = createHash("sha256");
  for (const it of pieces) all.update(it);
  return all.digest("hex");
}
