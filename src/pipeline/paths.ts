import { relative } from "node:path";
import type { Host } from "./host.js";

/** A path as people write it: relative to where they are, `/` between segments; far away it stays absolute. */
export function shownPath(path: string, host: Pick<Host, "cwd">): string {
  const near = relative(host.cwd, path).replaceAll("\\", "/");
  return near === "" ? "." : near.startsWith("../../../") ? path : near;
}
