import { isAbsolute, relative, sep } from "node:path";
import type { Host } from "./host.js";

/** A path as people write it: relative to where they are, `/` between segments; far away it stays absolute. */
export function shownPath(path: string, host: Pick<Host, "cwd">): string {
  const near = relative(host.cwd, path).replaceAll("\\", "/");
  return near === "" ? "." : near.startsWith("../../../") ? path : near;
}

/** The way from a folder to what is in it, empty for the folder itself; undefined for what is elsewhere. Both are absolute. */
export function wayInto(folder: string, path: string): string | undefined {
  const way = relative(folder, path);
  // On Windows there is no way to another drive but its own name.
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way;
}

export const isInside = (path: string, folder: string): boolean => (wayInto(folder, path) ?? "") !== "";
