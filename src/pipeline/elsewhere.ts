import { dirname, join, relative, sep } from "node:path";
import type { Diagnostics, Target } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";
import type { Host } from "./host.js";
import { shownPath } from "./paths.js";

/**
 * The file that a page names for its description: one in the page's folder or further inside, and never through a link
 * that leads out of there, since pages are taken from anywhere. Undefined for a source that names none, and, with a
 * diagnostic, where the file cannot be taken. `seen` are the files on the way to this one.
 */
export function fileBeside(
  { index, elsewhere }: Source,
  absolute: string,
  seen: ReadonlySet<string>,
  host: Host,
  diagnostics: Diagnostics,
): string | undefined {
  if (elsewhere === undefined) return undefined;
  const { url, range } = elsewhere;
  const target: Target = { source: index, pointer: "", range };
  if (isRemote(url)) {
    diagnostics.report("read/page-remote", target, { url });
    return undefined;
  }
  const folder = dirname(absolute);
  // A page that was saved has lost its site: a path from the root of the site is looked for from the page's folder.
  const path = join(folder, pathIn(url));
  if (!isInside(path, folder) || !isInside(host.realpath(path) ?? path, host.realpath(folder) ?? folder)) {
    diagnostics.report("read/page-outside", target, { url });
    return undefined;
  }
  const shown = shownPath(path, host);
  if (seen.has(path)) diagnostics.report("read/page-circle", target, { path: shown });
  else if (host.stat(path)?.kind === "file") return path;
  else diagnostics.report("read/page-not-beside", target, { url, path: shown });
  return undefined;
}

/** A scheme, or `//host`. */
const isRemote = (url: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);

/** The path of a URL, without query and fragment. */
function pathIn(url: string): string {
  const [path = ""] = url.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && join(folder, way) === path;
}
