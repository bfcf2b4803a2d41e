import { dirname } from "node:path";
import { failureOf } from "./failure.js";
import type { Host } from "./host.js";

/**
 * Makes a folder, and those above it where they are missing; tells `made` of each, the outermost first. One at a time:
 * Node's own way to make several never ends in a folder, such as `/proc`, that takes none.
 */
export function makeFolders(folder: string, host: Host, made: (folder: string) => void = () => {}): void {
  if (host.stat(folder) !== undefined) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder), host, made);
  if (makeOne(folder, host)) made(folder);
}

/** Another run may make the folder at the same moment; then it is there, and it is not ours. */
function makeOne(folder: string, host: Host): boolean {
  try {
    host.mkdir(folder);
    return true;
  } catch (error) {
    if (failureOf(error)?.code !== "EEXIST" || host.stat(folder)?.kind !== "folder") throw error;
    return false;
  }
}
