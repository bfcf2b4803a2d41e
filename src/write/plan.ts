import type { FileChange } from "./change.js";
import type { Standing, Tree } from "./tree.js";

/** A file of the new output. */
export interface OutputFile {
  /** Relative to the output folder, `/` between segments. */
  readonly path: string;
  readonly text: string;
}

/** The way from the old output to the new one. Paths are relative to the output folder. */
export interface Plan {
  /** Ordered by path. */
  readonly changes: readonly FileChange[];
  /** What somebody else put where we must write. */
  readonly obstacles: readonly Obstacle[];
  /** Goes before anything is written: it stands where a folder must be. */
  readonly clear: readonly string[];
  readonly put: readonly OutputFile[];
  /**
   * Goes before new files take their places: `invoice.ts` where `Invoice.ts` comes. On a file system that takes them for
   * one, removing it later would remove the new file.
   */
  readonly twins: readonly string[];
  /** Goes last: files of ours that left the output, and what killed runs left behind. */
  readonly remove: readonly string[];
  /** Whether a run was stopped before its end, and left files behind that it had begun. */
  readonly interrupted: boolean;
}
export interface Obstacle {
  readonly path: string;
  readonly kind: "foreign" | "link" | "folder";
}

/** Compares the new files with what stands in the output folder. Changes nothing. */
export function planOf(files: readonly OutputFile[], tree: Tree): Plan {
  const wanted = new Map(files.map((it) => [checked(it.path), it.text]));
  if (wanted.size < files.length) throw new Error("Two output files have the same path.");
  const ways = new Set(files.flatMap((it) => foldersOf(it.path)));
  const changes = files.map((it) => changeOf(it, tree.get(it.path)));
  const gone = [...tree].filter(([path, it]) => it.kind === "ours" && !wanted.has(path) && !inNested(path, tree, ways));
  const begun = [...tree].filter(([, it]) => it.kind === "begun");
  const folded = new Set(files.map((it) => it.path.toLowerCase()));
  const remove = [...gone, ...begun].map(([path]) => path).filter((path) => !ways.has(path));
  return {
    changes: [...changes, ...gone.map(([path]) => ({ path, state: "removed" as const }))].sort(byPath),
    obstacles: [...obstaclesOnWays(ways, tree), ...obstaclesAt(files, tree)],
    clear: [...ways].filter((it) => tree.has(it) && tree.get(it)?.kind !== "folder"),
    put: files.filter((_, i) => changes[i]?.state !== "same"),
    twins: remove.filter((path) => folded.has(path.toLowerCase())),
    remove: remove.filter((path) => !folded.has(path.toLowerCase())),
    interrupted: begun.some(([, it]) => it.kind === "begun" && !it.running),
  };
}

function changeOf({ path, text }: OutputFile, old: Standing | undefined): FileChange {
  if (old === undefined) return { path, state: "added", text };
  const same = old.kind === "ours" && Buffer.from(text).equals(old.bytes);
  if (same) return { path, state: "same", text };
  return {
    path,
    state: "changed",
    text,
    ...(old.kind === "ours" && { before: Buffer.from(old.bytes).toString("utf8") }),
  };
}

const obstaclesOnWays = (ways: ReadonlySet<string>, tree: Tree): readonly Obstacle[] =>
  [...ways].flatMap((path) => {
    const kind = tree.get(path)?.kind;
    return kind === "foreign" || kind === "link" ? [{ path, kind }] : [];
  });

const obstaclesAt = (files: readonly OutputFile[], tree: Tree): readonly Obstacle[] =>
  files.flatMap(({ path }) => {
    const kind = tree.get(path)?.kind;
    return kind === "foreign" || kind === "link" || kind === "folder" ? [{ path, kind }] : [];
  });

/**
 * Whether a file belongs to another output that somebody put inside this one: a folder that we write nothing into and
 * that has both files which every output has at its top.
 */
function inNested(path: string, tree: Tree, ways: ReadonlySet<string>): boolean {
  const isTop = (folder: string) =>
    ["index.ts", "client.ts"].every((name) => tree.get(`${folder}/${name}`)?.kind === "ours");
  return foldersOf(path).some((folder) => !ways.has(folder) && isTop(folder));
}

/** The folders on the way to a file, the outermost first: `a/b/c.ts` gives `a` and `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, i) => segments.slice(0, i + 1).join("/"));
}

/** A path that leads out of the output folder would be our mistake, whatever the description says. */
function checked(path: string): string {
  const safe = path.split("/").every((it) => it !== "" && it !== "." && it !== ".." && !/[\\:\0]/.test(it));
  if (!safe) throw new Error(`Not a path inside the output folder: ${JSON.stringify(path)}.`);
  return path;
}

const byPath = (a: FileChange, b: FileChange): number => (a.path < b.path ? -1 : 1);
