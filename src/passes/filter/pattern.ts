import { createRequire } from "node:module";

/** One entry of a filter. */
export interface Pattern {
  readonly text: string;
  /** Takes out what it matches, by a `!` before it. */
  readonly excludes: boolean;
  readonly matches: (name: string) => boolean;
}

export function patternOf(entry: string): Pattern {
  const excludes = entry.startsWith("!");
  const text = excludes ? entry.slice(1) : entry;
  if (!/[*?]/.test(text)) return { text, excludes, matches: (name) => name === text };
  const matches = picomatch()(text, { nobrace: true, nobracket: true, noextglob: true, dot: true });
  return { text, excludes, matches: (name) => name === text || matches(name) };
}

/** Loaded by the first glob alone. Braces and brackets are no part of a pattern here: path templates and operationIds hold them. */
const picomatch = (): typeof import("picomatch") =>
  // What `require` gives is what `import` would: the package has one entry point.
  createRequire(import.meta.url)("picomatch") as typeof import("picomatch");
