import { spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import { builtCli } from "./built.js";

/** What `--json` prints of one run. */
export interface Run {
  readonly ok: boolean;
  readonly changed: readonly string[];
  readonly ms: number;
  readonly files: readonly { readonly path: string; readonly state: string }[];
  readonly diagnostics: readonly { readonly code: string }[];
}
export interface Watching {
  /** The next run that it tells of. */
  next(): Promise<Run>;
  /** The runs that it has told of and nobody asked for. */
  readonly more: readonly Run[];
  /** Sends the signal, and gives the exit code. */
  end(signal: "SIGINT" | "SIGTERM"): Promise<number | null>;
}

/** The built program with `--watch`, which ends with the test, or when `onEnd` says. */
export function watching(
  args: readonly string[],
  cwd: string,
  onEnd: (end: () => void) => void = onTestFinished,
): Watching {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [builtCli, ...args, "--watch", "--json"], { cwd, env: { PATH, HOME } });
  onEnd(() => child.kill("SIGKILL"));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const more: Run[] = [];
  let [text, wake] = ["", () => {}];
  child.stdout.setEncoding("utf8").on("data", (it: string) => {
    const lines = (text + it).split("\n");
    text = lines.pop() ?? "";
    more.push(...lines.map((line) => JSON.parse(line) as Run));
    wake();
  });
  return {
    more,
    async next() {
      while (more.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return more.shift()!;
    },
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
