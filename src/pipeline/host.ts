/**
 * The world outside: the only way to files and environment, so that tests can run in memory. Paths are absolute.
 *
 * A question about something that is not there is answered with undefined. Any other failure throws the system's error,
 * which `failureOf` (in `failure.ts`) turns into words.
 */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };

  /** The bytes of a file, or undefined where there is none. */
  readFile(path: string): Uint8Array | undefined;
  /** The same piece by piece, so that a large file need not be held whole. Each piece is good until the next one. */
  readPieces(path: string): Iterable<Uint8Array> | undefined;
  /** What a folder holds, ordered by name, or undefined where there is no folder. */
  readdir(path: string): readonly Entry[] | undefined;
  /** What stands at a path, links followed; undefined also where no way leads there. */
  stat(path: string): Stat | undefined;
  /** What stands at a path; a link is a link. */
  lstat(path: string): Stat | undefined;
  /** The path without any link in it. */
  realpath(path: string): string | undefined;

  /** Makes a folder in one that is there. */
  mkdir(path: string): void;
  writeFile(path: string, data: string | Uint8Array): void;
  /** Moves a file in one step, over another one where there is one. */
  rename(from: string, to: string): void;
  /** Removes a file, a link (never what it points to) or an empty folder. */
  remove(path: string): void;

  /**
   * Calls `changed` whenever something may have changed at one of the paths, until it is closed. Nothing needs to be there
   * yet. What it calls for is a look: it may be a false alarm.
   */
  watch(paths: readonly string[], changed: () => void): Promise<Watching>;
  /** Aborted when this process is asked to end, which it then does by itself; asked again it ends at once. */
  ending(): AbortSignal;

  /**
   * Runs a program of this machine to its end, without a shell and with nothing to read; `env` is added to the environment.
   * Undefined where there is no program of that name.
   */
  run(
    program: string,
    args: readonly string[],
    cwd: string,
    env: Readonly<Record<string, string>>,
  ): Promise<Finished | undefined>;

  /** Opens a dialog with the person at the terminal. */
  dialog(): Promise<Dialog>;

  /** The network. Only `sdkwright pull` asks it; a run never does. */
  fetch(url: string, init: RequestInit): Promise<Response>;

  /** Milliseconds from some fixed moment. */
  now(): number;
  /** A word that no other run uses, to make a name of. It begins with the number of the process and `-`. */
  unique(): string;
  /** Whether the process that made such a word still runs on this machine. */
  isRunning(unique: string): boolean;
  /** The most memory that this process has held so far, in bytes. */
  peakMemory(): number;
  /** The version of sdkwright. */
  version(): string;
  /** A text that changes whenever the program does, be it upgraded, patched or built anew. */
  program(): string;
  /** Loads a part of the program of which a run calls the most. */
  load<T>(part: () => Promise<T>): Promise<T>;
  /** The TypeScript files in a folder of the sdkwright package, such as `templates/runtime`, ordered by path. */
  assets(folder: string): readonly Asset[];
}

/** What became of a program that was run. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
/** Asks a person. */
export interface Dialog {
  /** The answer, without white space around it; undefined where the person leaves. */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}
export interface Watching {
  close(): Promise<void>;
}
export type FileKind = "file" | "folder" | "link" | "other";
export interface Entry {
  readonly name: string;
  readonly kind: FileKind;
}
export interface Stat {
  readonly kind: FileKind;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}
export interface Asset {
  /** Relative to the folder that was asked for, `/` between segments. */
  readonly path: string;
  readonly text: string;
}
