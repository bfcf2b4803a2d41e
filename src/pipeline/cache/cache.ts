import { dirname, join } from "node:path";
import { orNothing } from "../failure.js";
import { makeFolders } from "../folders.js";
import type { Host } from "../host.js";
import type { Job } from "../job.js";
import type { Located } from "../located.js";
import { fingerprintOf, hash, type HashOf, hashingOnce, hashOfFile } from "./fingerprint.js";
import { cacheFolder } from "./folder.js";
import { lockPath } from "../lock/lines.js";
import { ownLines } from "../lock/own.js";
import { compare, stateOf, type OutputFile, type OutputState } from "./output-state.js";

/** What is kept of a run that ended well. */
interface Entry {
  readonly fingerprint: string;
  /** What the inputs led to, such as the description that a page names. */
  readonly further: readonly FileState[];
  readonly output: OutputState;
  /** Warnings: they are said again each time. */
  readonly diagnostics: readonly Located[];
}

interface FileState {
  readonly path: string;
  readonly hash: string | undefined;
}

/** Knows whether a run would change nothing, and what it would say. It only makes runs faster: where the system refuses it, the run is made without. */
export interface Cache {
  /** The run that this one would repeat; undefined where it has to be made. */
  recall(): Recalled | undefined;
  /** Takes note of a run that left the output up to date. `read` are the files that it read, with absolute paths. */
  remember(files: readonly OutputFile[], diagnostics: readonly Located[], read: readonly string[]): void;
}
export interface Recalled {
  readonly paths: readonly string[];
  readonly diagnostics: readonly Located[];
}

/** The cache for a job, or undefined where there is no place for one. `hashOf` may know hashes of files as they were when the runs began. */
export function openCache(job: Job, host: Host, hashOf?: HashOf): Cache | undefined {
  const folder = cacheFolder(host);
  const hashNow = hashingOnce(host);
  const fingerprint = folder === undefined ? undefined : orNothing(() => fingerprintOf(job, host, hashOf ?? hashNow));
  if (folder === undefined || fingerprint === undefined) return undefined;
  const file = join(folder, `${hash(job.output).slice(0, 16)}.json`);
  const store = (entry: Entry): void => void orNothing(() => replace(file, JSON.stringify(entry), host));
  return {
    recall: () => orNothing(() => recall(fingerprint, file, store, job, host)),
    remember(files, diagnostics, read) {
      // An input that was changed while the run read it may have been read in either state.
      if (orNothing(() => fingerprintOf(job, host, hashNow)) !== fingerprint) return;
      const output = orNothing(() => stateOf(job.output, files, host));
      const further = orNothing(() =>
        read.filter((it) => !job.inputs.includes(it)).map((it) => fileState(it, job, host)),
      );
      if (output !== undefined && further !== undefined) store({ fingerprint, further, output, diagnostics });
    },
  };
}

function recall(
  fingerprint: string,
  file: string,
  store: (entry: Entry) => void,
  job: Job,
  host: Host,
): Recalled | undefined {
  const entry = parse(host.readFile(file));
  if (entry?.fingerprint !== fingerprint) return undefined;
  if (entry.further.some((it) => fileState(it.path, job, host).hash !== it.hash)) return undefined;
  // A check is asked what is true, so it reads every file; a run may trust the file system's times.
  const found = compare(entry.output, job.output, job.mode === "check", host);
  if (found === "different") return undefined;
  const files = entry.output.files.map(({ path }) => ({ path }));
  if (found === "touched" && job.mode === "write") store({ ...entry, output: stateOf(job.output, files, host) });
  return { paths: files.map((it) => it.path), diagnostics: entry.diagnostics };
}

const fileState = (path: string, job: Job, host: Host): FileState => ({
  path,
  hash: path === lockPath(job.remote.home) ? hash(ownLines(job, host).join("\n")) : hashOfFile(path, host),
});

function parse(bytes: Uint8Array | undefined): Entry | undefined {
  try {
    // The file is named and written by us; one of another version has another fingerprint and is not read further.
    return bytes && (JSON.parse(Buffer.from(bytes).toString("utf8")) as Entry);
  } catch {
    return undefined;
  }
}

/** In one step, so that a run that is killed or a second run never leaves half an entry. */
function replace(file: string, text: string, host: Host): void {
  const temp = `${file}.${host.unique()}`;
  makeFolders(dirname(file), host);
  host.writeFile(temp, text);
  host.rename(temp, file);
}
