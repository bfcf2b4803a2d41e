import { dirname, join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { failureOf } from "../pipeline/failure.js";
import { makeFolders } from "../pipeline/folders.js";
import type { Host } from "../pipeline/host.js";
import { shownPath } from "../pipeline/paths.js";
import type { FileChange } from "./change.js";
import { removeBegun, tempName } from "./tree.js";

/**
 * Writes one file in one step. A file that is not ours, as `isOurs` tells by its bytes, is replaced by force alone; in
 * `check` nothing is written, and a difference is an error. Undefined where that or the system stands against it.
 */
export function writeOne(
  path: string,
  text: string,
  isOurs: (bytes: Uint8Array) => boolean,
  { force, mode }: { readonly force: boolean; readonly mode: "write" | "check" },
  host: Host,
  diagnostics: Diagnostics,
): FileChange["state"] | undefined {
  const shown = shownPath(path, host);
  try {
    const standing = host.lstat(path)?.kind;
    const bytes = standing === "file" ? host.readFile(path) : undefined;
    if (bytes !== undefined && Buffer.from(text).equals(bytes)) return "same";
    if (mode === "check") diagnostics.report("write/file-out-of-date", undefined, { path: shown });
    else if (standing === "folder") diagnostics.report("write/folder-in-the-way", undefined, { path: shown });
    else if (standing === "link" && !force) diagnostics.report("write/link", undefined, { path: shown });
    else if (bytes !== undefined && !force && !isOurs(bytes))
      diagnostics.report("write/foreign-file", undefined, { path: shown });
    else {
      replaceFile(path, text, host);
      return standing === undefined ? "added" : "changed";
    }
    return undefined;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    diagnostics.report("write/failed", undefined, { reason: failure.reason, path: shown });
    return undefined;
  }
}

/** In one step: whoever reads it has the old file or the new one. */
export function replaceFile(path: string, data: string | Uint8Array, host: Host): void {
  makeFolders(dirname(path), host);
  removeBegun(dirname(path), host);
  const temp = join(dirname(path), tempName(host));
  try {
    host.writeFile(temp, data);
    host.rename(temp, path);
  } catch (error) {
    if (host.lstat(temp) !== undefined) host.remove(temp);
    throw error;
  }
}
