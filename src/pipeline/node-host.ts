import * as fs from "node:fs";
import { fileURLToPath } from "node:url";
import { assetsOf, versionOf } from "./assets.js";
import { failureOf, isMissing, isOutOfReach } from "./failure.js";
import type { Entry, FileKind, Host, Stat } from "./host.js";
import { programState } from "./program-state.js";

/** The real world: this machine's files and this process. */
export function nodeHost(): Host {
  // What runs does not change while it runs.
  let program: string | undefined;
  // No two processes of one number start at one moment. What is random is of `node:crypto`, which takes long to load.
  const own = `${process.pid}-${process.hrtime.bigint().toString(36)}`;
  let words = 0;
  return {
    cwd: process.cwd(),
    env: process.env,
    isTTY: {
      // To open the standard input takes two milliseconds, and few commands ask for it.
      get stdin() {
        return process.stdin.isTTY === true;
      },
      stdout: process.stdout.isTTY === true,
      stderr: process.stderr.isTTY === true,
    },
    readFile: (path) => unlessMissing(() => fs.readFileSync(path)),
    readPieces: (path) => unlessMissing(() => piecesOf(fs.openSync(path, "r"))),
    readdir: (path) => unlessMissing(() => entriesOf(path)),
    stat: (path) => unlessMissing(() => statOf(fs.statSync(path, QUIET)), isOutOfReach),
    lstat: (path) => unlessMissing(() => statOf(fs.lstatSync(path, QUIET))),
    realpath: (path) => unlessMissing(() => fs.realpathSync.native(path)),
    mkdir: (path) => fs.mkdirSync(path),
    writeFile: (path, data) => fs.writeFileSync(path, data),
    rename: (from, to) => fs.renameSync(from, to),
    remove: (path) => (fs.lstatSync(path).isDirectory() ? fs.rmdirSync(path) : fs.unlinkSync(path)),
    watch: async (paths, changed) => (await import("./watch/notify.js")).notify(paths, changed, fs.existsSync),
    ending,
    run: async (program, args, cwd, env) => (await import("./run-program.js")).runProgram(program, args, cwd, env),
    dialog: async () => (await import("./dialog.js")).openDialog(),
    fetch: (url, init) => fetch(url, init),
    now,
    unique: () => `${own}-${words++}`,
    isRunning: (unique) => isRunning(Number.parseInt(unique, 10)),
    peakMemory,
    version() {
      return versionOf(this, here);
    },
    program() {
      return (program ??= programState(this, here));
    },
    load: (part) => part(),
    assets(folder) {
      return assetsOf(this, here, folder);
    },
  };
}

const here = fileURLToPath(import.meta.url);

function* piecesOf(file: number): Generator<Uint8Array> {
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let length = fs.readSync(file, piece); length > 0; length = fs.readSync(file, piece))
      yield piece.subarray(0, length);
  } finally {
    fs.closeSync(file);
  }
}

const PIECE = 256 * 1024;

/**
 * What the system counts as the most (getrusage(2)) begins on Linux with what the process that started this one held. The file system
 * of processes (proc_pid_status(5), `VmHWM` in kB) knows of this one alone.
 */
function peakMemory(): number {
  const status = process.platform === "linux" ? unlessMissing(() => fs.readFileSync("/proc/self/status", "utf8")) : "";
  const own = /^VmHWM:\s*(\d+) kB$/m.exec(status ?? "")?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) * 1024;
}

/** `performance` is a module of its own, which takes a millisecond to load. */
function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

function ending(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());
  return controller.signal;
}

function unlessMissing<T>(ask: () => T, isNothing = isMissing): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (isNothing(error)) return undefined;
    throw error;
  }
}

/** Signal 0 only asks. To be refused is an answer: there is such a process. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return failureOf(error)?.code === "EPERM";
  }
}

const entriesOf = (path: string): readonly Entry[] =>
  fs
    .readdirSync(path, { withFileTypes: true })
    .map((it) => ({ name: it.name, kind: kindOf(it) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** To make an error for each of the many files that might be there takes longer than to look for them. */
const QUIET = { throwIfNoEntry: false } as const;

const statOf = (stat: fs.Stats | undefined): Stat | undefined =>
  stat && { kind: kindOf(stat), size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs };

function kindOf(it: fs.Stats | fs.Dirent): FileKind {
  if (it.isFile()) return "file";
  if (it.isDirectory()) return "folder";
  return it.isSymbolicLink() ? "link" : "other";
}
