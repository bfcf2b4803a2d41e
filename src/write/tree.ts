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
  /** A file that a run had begun and not ended: one that was stopped, or one that still runs. */
  | { readonly kind: "begun"; readonly running: boolean };

/** Reads what stands in a folder. */
export function readTree(root: string, host: Host): Tree {
  return new Map(
    listTree(root, host).flatMap((it) => {
      const standing = standingOf(it, join(root, it.path), host);
      return standing === undefined ? [] : [[it.path, standing] as const];
    }),
  );
}

/**
 * Lists what stands in a folder and below, `path` relative to it. Paths come from listings, never from looking a wanted
 * name up: on a file system that ignores case the look-up finds a file of another name.
 */
export function listTree(root: string, host: Host, prefix = ""): readonly Listed[] {
  const entries = prefix === "" ? host.readdir(root) : tolerant(() => host.readdir(join(root, prefix)), undefined);
  return (entries ?? []).flatMap(({ name, kind }) => {
    const path = prefix + name;
    const deep = kind === "folder" && !isSkipped(name) ? listTree(root, host, `${path}/`) : [];
    return [{ path, name, kind }, ...deep];
  });
}
export interface Listed extends Entry {
  readonly path: string;
}

/** Names of files that are being written. A run that was killed leaves them behind, and the next one removes them. */
export const tempName = (host: Host): string => `.sdkwright-${host.unique()}.tmp`;
export const isTempName = (name: string): boolean => temp.test(name);
const temp = /^\.sdkwright-([^.]+)\.tmp$/;

/** Removes the files that killed runs had begun in a folder itself, as far as that can be done. */
export function removeBegun(folder: string, host: Host): void {
  for (const { name } of tolerant(() => host.readdir(folder), undefined) ?? []) {
    const unique = temp.exec(name)?.[1];
    if (unique !== undefined && !host.isRunning(unique)) tolerant(() => host.remove(join(folder, name)), undefined);
  }
}

/** Never ours, and may be huge: packages, and what tools keep to themselves (`.git`). */
const isSkipped = (name: string): boolean => name === "node_modules" || name.startsWith(".");

/** Undefined for a file that went since it was listed, as another run in the same folder may have it. */
function standingOf({ kind, name }: Listed, path: string, host: Host): Standing | undefined {
  if (kind === "folder" || kind === "link") return { kind };
  if (kind === "other") return { kind: "foreign" };
  const [, unique] = temp.exec(name) ?? [];
  if (unique !== undefined) return { kind: "begun", running: host.isRunning(unique) };
  const bytes = tolerant(() => host.readFile(path), UNREADABLE);
  return bytes && (isOurs(bytes) ? { kind: "ours", bytes } : { kind: "foreign" });
}

/** What cannot be read cannot be known as ours, and so is somebody else's: left alone, or in the way. */
const UNREADABLE = new Uint8Array();

function tolerant<T>(read: () => T, unreadable: T): T {
  try {
    return read();
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return unreadable;
  }
}
