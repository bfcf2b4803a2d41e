import { dirname, join } from "node:path";
import type { Host } from "../host.js";

/**
 * Where sdkwright may keep what only speeds it up: in the nearest package above the working directory that has its
 * packages installed. Undefined where there is none; then nothing is kept.
 */
export function cacheFolder(host: Host): string | undefined {
  for (let folder = host.cwd; ; folder = dirname(folder)) {
    if (isPackage(folder, host)) return join(folder, "node_modules", ".cache", "sdkwright");
    if (folder === dirname(folder)) return undefined;
  }
}

const isPackage = (folder: string, host: Host): boolean =>
  host.stat(join(folder, "package.json"))?.kind === "file" &&
  host.stat(join(folder, "node_modules"))?.kind === "folder";
