import { dirname, resolve } from "node:path/posix";
import type { Entry, FileKind, Finished, Host, Stat } from "../../src/pipeline/host.js";
import { nodeHost } from "../../src/pipeline/node-host.js";

export interface MemoryHost extends Host {
  /** The text of every file, by path. */
  texts(): Readonly<Record<string, string>>;
  /** When each path was last written, by the host's own clock, which ticks at each write. */
  writtenAt(path: string): number | undefined;
  link(path: string, target: string): void;
  /** What the person at the terminal was asked. */
  readonly asked: readonly string[];
}
export interface World {
  readonly files?: Readonly<Record<string, string>>;
  /** Symbolic links: path to target, which is absolute or relative to the link. */
  readonly links?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  /** As on most disks of macOS and Windows: names that only their case tells apart are one. */
  readonly ignoreCase?: boolean;
  /** What a person answers at the terminal; then the person leaves. */
  readonly answers?: readonly string[];
  /** What git answers. Without it there is none. */
  readonly run?: (args: readonly string[]) => Finished;
  /** Makes a call fail with the code that this gives. */
  /** The network, where there is one. */
  readonly fetch?: Host["fetch"];
  readonly fail?: (call: string, path: string) => string | undefined;
}

type Node =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly at: number }
  | { readonly kind: "folder"; readonly at: number }
  | { readonly kind: "link"; readonly target: string; readonly at: number };

/** A world of its own for a test: POSIX paths, files in memory. The package's own assets are the real ones. */
export function memoryHost({
  files = {},
  links = {},
  cwd = "/project",
  env = {},
  isTTY = false,
  ignoreCase = false,
  fetch,
  run,
  answers = [],
  fail,
}: World = {}): MemoryHost {
  const nodes = new Map<string, Node>([["/", { kind: "folder", at: 0 }]]);
  const asked: string[] = [];
  let clock = 0;

  const spelled = (path: string): string => {
    if (!ignoreCase || nodes.has(path)) return path;
    return [...nodes.keys()].find((it) => it.toLowerCase() === path.toLowerCase()) ?? path;
  };
  const real = (path: string, last = true, depth = 0): string => {
    if (depth > 8) throw systemError("ELOOP", path);
    if (path === "/") return path;
    if (path.endsWith("/")) return real(path.slice(0, -1), true, depth);
    const parent = real(dirname(path), true, depth);
    const here = spelled(resolve(parent, path.slice(path.lastIndexOf("/") + 1)));
    const node = nodes.get(here);
    return last && node?.kind === "link" ? real(resolve(parent, node.target), true, depth + 1) : here;
  };
  const check = (call: string, path: string): void => {
    const code = fail?.(call, path);
    if (code !== undefined) throw systemError(code, path);
  };
  const statOf = (node: Node | undefined): Stat | undefined =>
    node && {
      kind: node.kind satisfies FileKind,
      size: node.kind === "file" ? node.bytes.length : 0,
      mtimeMs: node.at,
      ctimeMs: node.at,
    };
  const mkdir = (path: string): void => {
    const here = real(path);
    const node = nodes.get(here);
    if (node?.kind === "folder") return;
    if (node !== undefined) throw systemError("EEXIST", path);
    mkdir(dirname(here));
    nodes.set(here, { kind: "folder", at: ++clock });
  };
  const writeFile = (path: string, data: string | Uint8Array): void => {
    const here = real(path);
    if (nodes.get(dirname(here))?.kind !== "folder") throw systemError("ENOENT", path);
    if (nodes.get(here)?.kind === "folder") throw systemError("EISDIR", path);
    nodes.set(here, { kind: "file", bytes: Buffer.from(data), at: ++clock });
  };
  const childrenOf = (folder: string): readonly string[] =>
    [...nodes.keys()].filter((it) => it !== "/" && dirname(it) === folder);

  for (const [path, text] of Object.entries(files)) {
    mkdir(dirname(path));
    writeFile(path, text);
  }
  const link = (path: string, target: string): void => {
    mkdir(dirname(path));
    nodes.set(path, { kind: "link", target, at: ++clock });
  };
  for (const [path, target] of Object.entries(links)) link(path, target);

  return {
    cwd,
    env,
    isTTY: { stdin: isTTY, stdout: isTTY, stderr: isTTY },
    readFile(path) {
      check("readFile", path);
      const node = nodes.get(real(path));
      if (node?.kind === "folder") throw systemError("EISDIR", path);
      return node?.kind === "file" ? node.bytes : undefined;
    },
    readPieces(path) {
      const bytes = this.readFile(path);
      return bytes && [bytes];
    },
    readdir(path) {
      check("readdir", path);
      const here = real(path);
      if (nodes.get(here)?.kind !== "folder") return undefined;
      return childrenOf(here)
        .map((it): Entry => ({ name: it.slice(it.lastIndexOf("/") + 1), kind: nodes.get(it)?.kind ?? "other" }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    stat: (path) => statOf(nodes.get(real(path))),
    lstat: (path) => statOf(nodes.get(real(path, false))),
    realpath: (path) => (nodes.has(real(path)) ? real(path) : undefined),
    mkdir(path) {
      check("mkdir", path);
      const here = real(path);
      if (nodes.has(here)) throw systemError("EEXIST", path);
      if (nodes.get(dirname(here))?.kind !== "folder") throw systemError("ENOENT", path);
      mkdir(path);
    },
    writeFile(path, data) {
      check("writeFile", path);
      writeFile(path, data);
    },
    rename(from, to) {
      check("rename", to);
      const node = nodes.get(real(from, false));
      if (node === undefined) throw systemError("ENOENT", from);
      if (nodes.get(real(to, false))?.kind === "folder") throw systemError("EISDIR", to);
      nodes.delete(real(from, false));
      nodes.set(real(to, false), node);
    },
    remove(path) {
      check("remove", path);
      const here = real(path, false);
      if (!nodes.has(here)) throw systemError("ENOENT", path);
      if (childrenOf(here).length > 0) throw systemError("ENOTEMPTY", path);
      nodes.delete(here);
    },
    watch: () => Promise.resolve({ close: () => Promise.resolve() }),
    ending: () => new AbortController().signal,
    run: (_, args) => Promise.resolve(run?.(args)),
    dialog: () => {
      const left = [...answers];
      return Promise.resolve({ ask: (question) => Promise.resolve((asked.push(question), left.shift())), close() {} });
    },
    asked,
    fetch: fetch ?? (() => Promise.reject(new Error("The network was asked."))),
    now: () => clock,
    unique: () => `1-u${++clock}`,
    isRunning: (unique) => unique.startsWith("1-"),
    peakMemory: () => 1024 * 1024,
    version: () => "1.2.3",
    program: () => "program",
    load: (part) => part(),
    assets: (folder) => nodeHost().assets(folder),
    texts: () =>
      Object.fromEntries(
        [...nodes].flatMap(([path, it]) =>
          it.kind === "file" ? [[path, Buffer.from(it.bytes).toString("utf8")]] : [],
        ),
      ),
    link,
    writtenAt: (path) => nodes.get(path)?.at,
  };
}

const systemError = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });
