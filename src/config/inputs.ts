import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { failureOf } from "../pipeline/failure.js";
import type { Entry, Host } from "../pipeline/host.js";
import { isInside, shownPath } from "../pipeline/paths.js";
import { isUrl } from "./absolute.js";

/**
 * The files that inputs stand for, each once: a folder for the HTML pages in it and in its folders, a glob for all that
 * it matches, both ordered by path. `!` before an entry takes out what it stands for, wherever in the list it is.
 */
export async function expandInputs(
  inputs: readonly string[],
  host: Host,
  diagnostics: Diagnostics,
): Promise<readonly string[]> {
  const without = await Promise.all(inputs.filter(isExclusion).map((it) => matcher(it.slice(1), host)));
  const found = await Promise.all(inputs.filter((it) => !isExclusion(it)).map((it) => expand(it, host, diagnostics)));
  return [...new Set(found.flat())].filter((path) => !without.some((matches) => matches(path)));
}

const isExclusion = (input: string): boolean => input.startsWith("!");

async function expand(input: string, host: Host, diagnostics: Diagnostics): Promise<readonly string[]> {
  const kind = isUrl(input) ? "file" : host.stat(input)?.kind;
  if (kind === "folder")
    return orReport("config/no-pages", await pagesIn(input, host, diagnostics), input, host, diagnostics);
  if (kind !== undefined || !isGlob(input)) return [input];
  return orReport("config/no-match", await matchesOf(input, host, diagnostics), input, host, diagnostics);
}

function orReport(
  code: "config/no-match" | "config/no-pages",
  found: readonly string[],
  input: string,
  host: Host,
  diagnostics: Diagnostics,
): readonly string[] {
  if (found.length === 0) diagnostics.report(code, undefined, { path: shownPath(input, host) });
  return found;
}

/** Other descriptions may be parts of one another; a page never is. */
const pagesIn = async (folder: string, host: Host, diagnostics: Diagnostics): Promise<readonly string[]> =>
  ordered(walk(folder, Infinity, host, diagnostics).filter((it) => /\.html?$/i.test(it)));

async function matchesOf(glob: string, host: Host, diagnostics: Diagnostics): Promise<readonly string[]> {
  const { default: picomatch } = await import("picomatch");
  const { base } = picomatch.scan(slashed(glob));
  const depth = glob.includes("**") ? Infinity : glob.slice(base.length).split("/").length;
  const matches = picomatch(slashed(glob));
  const all = walk(base === "" ? "/" : base, depth, host, diagnostics);
  return ordered(all.filter((it) => matches(slashed(it))));
}

/** Whether a path is what an input stands for, or in the folder that it names. */
export async function matcher(input: string, host: Host): Promise<(path: string) => boolean> {
  const kind = host.stat(input)?.kind;
  if (kind === "folder") return (path) => isInside(path, input);
  if (kind !== undefined || !isGlob(input)) return (path) => path === input;
  const matches = (await import("picomatch")).default(slashed(input));
  return (path) => matches(slashed(path));
}

const isGlob = (input: string): boolean => /[*?[\]{}()]/.test(input);

/** Globs have `/` between segments on every system. */
const slashed = (path: string): string => (join("a", "b") === "a/b" ? path : path.replaceAll("\\", "/"));

/** Not by locale, so that the order is the same on every machine. */
const ordered = (paths: readonly string[]): readonly string[] => [...paths].sort((a, b) => (a < b ? -1 : 1));

/** The files below a folder, `depth` levels of it. Hidden ones are left out, and no link to a folder is followed: it may lead back. */
function walk(folder: string, depth: number, host: Host, diagnostics: Diagnostics): readonly string[] {
  return entriesOf(folder, host, diagnostics).flatMap(({ name, kind }) => {
    const path = join(folder, name);
    if (name.startsWith(".") || name === "node_modules") return [];
    if (kind === "folder") return depth > 1 ? walk(path, depth - 1, host, diagnostics) : [];
    return kind === "file" || host.stat(path)?.kind === "file" ? [path] : [];
  });
}

/** A folder that may not be read might hold inputs: that is said. */
function entriesOf(folder: string, host: Host, diagnostics: Diagnostics): readonly Entry[] {
  try {
    return host.readdir(folder) ?? [];
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    diagnostics.report("config/unreadable-input", undefined, { path: shownPath(folder, host), reason: failure.reason });
    return [];
  }
}
