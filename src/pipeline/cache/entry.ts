import { dirname, join } from "node:path";
import { makeFolders } from "../folders.js";
import type { Host } from "../host.js";
import type { Job } from "../job.js";
import type { Located } from "../located.js";
import { cacheFolder } from "./folder.js";
import type { OutputState } from "./output-state.js";
import type { Trace } from "./trace.js";

/** What is kept of a run that ended well. */
export interface Entry {
  readonly fingerprint: string;
  /** The inputs, and what they led to, such as the description that a page names. */
  readonly read: readonly FileState[];
  readonly output: OutputState;
  /** Warnings: they are said again each time. */
  readonly diagnostics: readonly Located[];
}

/** A file that was read, or found missing. */
export interface FileState {
  readonly path: string;
  readonly trace?: Trace | undefined;
  readonly hash?: string | undefined;
}

/** Where the entry of a job is kept; undefined where there is no place for one. Two jobs of one place take turns. */
export function entryPath({ output }: Job, host: Host): string | undefined {
  const folder = cacheFolder(host);
  return folder && join(folder, `${nameFor(output)}.json`);
}

/** Sixteen digits that tell paths apart (FNV-1a, with two primes). To load what hashes well takes longer than all that a run does here. */
function nameFor(path: string): string {
  let [one, other] = [0x811c9dc5, 0x811c9dc5];
  for (let i = 0; i < path.length; i++) {
    const code = path.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return [one, other].map((it) => (it >>> 0).toString(16).padStart(8, "0")).join("");
}

export function readEntry(file: string, host: Host): Entry | undefined {
  const bytes = host.readFile(file);
  try {
    // The file is named and written by us; one of another version has another fingerprint and is not read further.
    return bytes && (JSON.parse(Buffer.from(bytes).toString("utf8")) as Entry);
  } catch {
    return undefined;
  }
}

/** In one step, so that a run that is killed or a second run never leaves half an entry. */
export function storeEntry(file: string, entry: Entry, host: Host): void {
  const temp = `${file}.${host.unique()}`;
  makeFolders(dirname(file), host);
  host.writeFile(temp, JSON.stringify(entry));
  host.rename(temp, file);
}
