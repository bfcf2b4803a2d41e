import type { Host, Stat } from "../host.js";

/** What tells without reading that a file is as it was: nobody writes to one and leaves all three. */
export interface Trace {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/** Of the file at a path, links followed; undefined where none is. */
export const traceAt = (path: string, host: Host): Trace | undefined => traceOf(host.stat(path));

export const traceOf = (stat: Stat | undefined): Trace | undefined =>
  stat?.kind === "file" ? { size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs } : undefined;

/** Two of which there is none are the same: there was no file, and there is none. */
export const isSameTrace = (a: Trace | undefined, b: Trace | undefined): boolean =>
  a?.size === b?.size && a?.mtimeMs === b?.mtimeMs && a?.ctimeMs === b?.ctimeMs;
