import { createHash } from "node:crypto";
import { failureOf } from "../failure.js";
import type { FileKind, Host, Stat } from "../host.js";
import { hash } from "../cache/hash.js";

/** What the file system answered about a path. A member is absent where it was not asked for. */
interface Answer {
  readonly kind: FileKind | undefined | "unreadable";
  /** The size and times with which `hash` was found, so that a file that nobody touched need not be read again. */
  readonly stat?: Stat;
  readonly hash?: string;
  /** The names in a folder. */
  readonly names?: string;
}

/** The paths whose answers have changed, and whether one of them is a file that got much shorter. */
export interface Changes {
  readonly paths: readonly string[];
  readonly shrunk: boolean;
}

/** Takes note of all that is asked of the files through its `host`, so that it can tell whether that still holds. */
export class Asked {
  readonly host: Host;
  readonly #files: Host;
  readonly #answers = new Map<string, Answer>();

  constructor(files: Host) {
    this.#files = files;
    this.host = {
      ...files,
      readFile: (path) => this.#noting(path, () => this.#read(path)),
      readPieces: (path) => this.#noting(path, () => this.#pieces(path)),
      readdir: (path) => this.#noting(path, () => this.#list(path)),
      stat: (path) => this.#noting(path, () => files.stat(path)),
      lstat: (path) => this.#noting(path, () => files.lstat(path)),
      realpath: (path) => this.#noting(path, () => files.realpath(path)),
      // What the run itself writes, such as a lock that it has read, is no change.
      rename: (from, to) => this.#writing(to, () => files.rename(from, to)),
      writeFile: (path, data) => this.#writing(path, () => files.writeFile(path, data)),
      remove: (path) => this.#writing(path, () => files.remove(path)),
      // What belongs to the program itself does not change while it runs.
      version: () => files.version(),
      program: () => files.program(),
      assets: (folder) => files.assets(folder),
    };
  }

  get paths(): readonly string[] {
    return [...this.#answers.keys()];
  }

  /** Where to watch for changes: the paths, and what links among them lead to. */
  places(): readonly string[] {
    const real = this.paths.flatMap((path) => orUnreadable(() => this.#files.realpath(path)) ?? []);
    return [...new Set([...this.paths, ...real])].filter((it) => it !== "unreadable").toSorted();
  }

  /** Leaves out paths that a run asks for on behalf of its output. */
  drop(isOutput: (path: string) => boolean): void {
    for (const path of this.paths) if (isOutput(path)) this.#answers.delete(path);
  }

  /** Takes what was asked before and is not asked any more, with the answers of now. */
  keep(before: Asked): void {
    for (const [path, answer] of before.#answers) {
      if (!this.#answers.has(path)) this.#answers.set(path, this.#now(path, answer));
    }
  }

  changes(): Changes {
    const paths: string[] = [];
    let shrunk = false;
    for (const [path, before] of this.#answers) {
      const now = this.#now(path, before);
      // The new times, so that a file that was only touched is read once.
      if (isSame(before, now)) this.#answers.set(path, now);
      else {
        paths.push(path);
        shrunk ||= (now.stat?.size ?? 0) < (before.stat?.size ?? 0) / 2;
      }
    }
    return { paths, shrunk };
  }

  /** Equal as long as no file is written to. */
  traces(): string {
    return JSON.stringify(
      this.paths.map((path) => {
        const stat = orUnreadable(() => this.#files.stat(path));
        return stat === undefined || stat === "unreadable" ? stat : [stat.size, stat.mtimeMs, stat.ctimeMs];
      }),
    );
  }

  /** The answer of the first time: it decides what a run does next. */
  #noting<T>(path: string, ask: () => T): T {
    if (!this.#answers.has(path)) this.#answers.set(path, this.#now(path, undefined));
    return ask();
  }

  #writing(path: string, write: () => void): void {
    write();
    if (this.#answers.has(path)) this.#answers.set(path, this.#now(path, UNREAD));
  }

  #read(path: string): Uint8Array | undefined {
    // Asked for before the file is read: if it is written to in between, the times tell that it has to be read again.
    const stat = this.#files.stat(path);
    const bytes = this.#files.readFile(path);
    this.#answers.set(path, { kind: stat?.kind, ...readAs(stat, bytes) });
    return bytes;
  }

  /** The hash of before stays: a run that asks at its end whether a file is as it was must not make that the answer. */
  #pieces(path: string): ReturnType<Host["readPieces"]> {
    const stat = this.#files.stat(path);
    const pieces = this.#files.readPieces(path);
    return pieces === undefined || this.#answers.get(path)?.hash !== undefined
      ? pieces
      : this.#hashed(path, stat, pieces);
  }

  *#hashed(path: string, stat: Stat | undefined, pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
    const all = createHash("sha256");
    for (const it of pieces) {
      all.update(it);
      yield it;
    }
    this.#answers.set(path, { kind: stat?.kind, ...(stat && { stat }), hash: all.digest("hex") });
  }

  #list(path: string): ReturnType<Host["readdir"]> {
    const entries = this.#files.readdir(path);
    this.#answers.set(path, { kind: this.#files.stat(path)?.kind, names: namesOf(entries) });
    return entries;
  }

  /** What the same questions are answered with now. */
  #now(path: string, before: Answer | undefined): Answer {
    const stat = orUnreadable(() => this.#files.stat(path));
    if (stat === "unreadable") return { kind: stat };
    if (before?.names !== undefined) {
      const entries = orUnreadable(() => this.#files.readdir(path));
      return entries === "unreadable" ? { kind: entries } : { kind: stat?.kind, names: namesOf(entries) };
    }
    if (before?.hash === undefined || stat?.kind !== "file") return { kind: stat?.kind, ...(stat && { stat }) };
    if (isUntouched(before.stat, stat)) return before;
    const bytes = orUnreadable(() => this.#files.readFile(path));
    return bytes === "unreadable" ? { kind: bytes } : { kind: stat.kind, ...readAs(stat, bytes) };
  }
}

/** A file is read again after this. */
const UNREAD: Answer = { kind: undefined, hash: "" };

const readAs = (stat: Stat | undefined, bytes: Uint8Array | undefined): Pick<Answer, "stat" | "hash"> => ({
  ...(stat && { stat }),
  ...(bytes && { hash: hash(bytes) }),
});

const namesOf = (entries: ReturnType<Host["readdir"]>): string =>
  JSON.stringify(entries?.map(({ name, kind }) => [name, kind]));

const isSame = (a: Answer, b: Answer): boolean => a.kind === b.kind && a.hash === b.hash && a.names === b.names;

const isUntouched = (a: Stat | undefined, b: Stat): boolean =>
  a?.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;

function orUnreadable<T>(ask: () => T): T | "unreadable" {
  try {
    return ask();
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return "unreadable";
  }
}
