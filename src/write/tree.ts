import { join } from "node:path";
import { failureOf } from "../pipeline/failure.js";
import type { Entry, Host } from "../pipeline/host.js";
import { isOurs } from "./header.js";

/** What stands in the output folder: by path relative to it, `/` between segments, as the file system spells it. */
export type Tree = ReadonlyMap<string, Standing>;

export type Standing =
  | { readonly kind: "folder" }
  | { readonly kind: "ours"; readonly bytes: Uint8Array }
  | { readonly kind: "foreign" }
  /** A symbolic link, wherever it leads. None is followed. */
  | { readonly kind: "link" }
  /** A file that a killed run had begun. */
  | { readonly kind: "leftover" };

/**
 * Reads what stands in a folder. Paths come from listings, never from looking a wanted name up: on a file system that
 * ignores case the look-up finds a file of another name.
 */
export function readTree(root: string, host: Host): Tree {
  const tree = new Map<string, Standing>();
  addFolder(tree, host, root, "", host.readdir(root) ?? []);
  return tree;
}

/** Names of files that are being written. A run that was killed leaves them behind, and the next one removes them. */
export const tempName = (host: Host): string => `.sdkwright-${host.unique()}.tmp`;
const isTempName = (name: string): boolean => /^\.sdkwright-[^.]+\.tmp$/.test(name);

function addFolder(tree: Map<string, Standing>, host: Host, root: string, prefix: string, entries: readonly Entry[]): void {
  for (const entry of entries) {
    const path = prefix + entry.name;
    tree.set(path, standingOf(entry, join(root, path), host));
    if (entry.kind === "folder" && !isSkipped(entry.name)) {
      addFolder(tree, host, root, `${path}/`, tolerant(() => host.readdir(join(root, path))) ?? []);
    }
  }
}

/** Never ours, and may be huge: packages, and what tools keep to themselves (`.git`). */
const isSkipped = (name: string): boolean => name === "node_modules" || name.startsWith(".");

function standingOf(entry: Entry, path: string, host: Host): Standing {
  if (entry.kind === "folder") return { kind: "folder" };
  if (entry.kind === "link") return { kind: "link" };
  if (entry.kind === "other") return { kind: "foreign" };
  if (isTempName(entry.name)) return { kind: "leftover" };
  const bytes = tolerant(() => host.readFile(path));
  return bytes !== undefined && isOurs(bytes) ? { kind: "ours", bytes } : { kind: "foreign" };
}

/** What cannot be read cannot be known as ours, and so is somebody else's: left alone, or in the way. */
function tolerant<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return undefined;
  }
}
