/** The world outside: the only way to files and environment, so that tests can run in memory. Paths are absolute. */
export interface Host {
  readonly cwd: string;
  /** The bytes of a file, or undefined where there is none. */
  readFile(path: string): Uint8Array | undefined;
}
