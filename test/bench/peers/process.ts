import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peakMemoryText } from "../peak-memory.js";

/** How a process, and those that it started, went. */
export interface Run {
  readonly ms: number;
  /** Bytes, of the largest of its processes; absent where it was ended. */
  readonly memory?: number;
  /** Null where it was ended for taking too long. */
  readonly code: number | null;
  readonly output: string;
}

/** Each Node process tells at its end how much memory it took at most. */
const teller = `require("node:process").on("exit", () =>
  require("node:fs").writeFileSync(process.env.PEAKS + "/" + process.pid, String(${peakMemoryText})));`;

/** Runs a program of Node to its end, or to `limitMs`. */
export async function measured(node: string, args: readonly string[], cwd: string, limitMs: number): Promise<Run> {
  const peaks = mkdtempSync(join(tmpdir(), "sdkwright-peaks-"));
  const seen = join(peaks, "seen");
  mkdirSync(seen);
  writeFileSync(join(peaks, "tell.cjs"), teller);
  try {
    const start = performance.now();
    const { code, output } = await ended(node, args, cwd, peaks, limitMs);
    const ms = performance.now() - start;
    const told = readdirSync(seen).map((it) => Number(readFileSync(join(seen, it), "utf8")));
    return { ms, code, output, ...(code !== null && told.length > 0 && { memory: Math.max(...told) }) };
  } finally {
    rmSync(peaks, { recursive: true, force: true });
  }
}

function ended(
  node: string,
  args: readonly string[],
  cwd: string,
  peaks: string,
  limitMs: number,
): Promise<Pick<Run, "code" | "output">> {
  const { PATH = "", HOME = "" } = process.env;
  // In a group of its own, so that all that it starts can be ended with it.
  const child = spawn(node, args, {
    cwd,
    detached: true,
    env: { PATH, HOME, PEAKS: join(peaks, "seen"), NODE_OPTIONS: `--require ${join(peaks, "tell.cjs")}`, CI: "1" },
  });
  const limit = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), limitMs);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (it: string) => (output += it));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(limit);
      resolve({ code, output });
    });
  });
}
