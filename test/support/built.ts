import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The built program, as it is installed. */
export const builtCli: string = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

export interface Exit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a process of its own, without what CI or a terminal would put into its environment. */
export const runBuilt = (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Exit> => runNode([builtCli, ...args], cwd, env);

export const runNode = (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Exit> => runProcess(process.execPath, args, cwd, env);

export async function runProcess(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Exit> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(program, args, { cwd, env: { PATH, HOME, ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (it: string) => (stdout += it));
  child.stderr.setEncoding("utf8").on("data", (it: string) => (stderr += it));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}
