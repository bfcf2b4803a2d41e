import { execFile } from "node:child_process";
import type { Finished } from "./host.js";

/** See `Host.run`. */
export const runProgram = (
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Finished | undefined> =>
  new Promise((resolve, reject) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: MOST_BYTES, windowsHide: true };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (code === "ENOENT") resolve(undefined);
      else if (typeof code === "number") resolve({ code, stdout, stderr });
      else reject(error ?? new Error(`${program} ended without a code.`));
    });
    child.stdin?.end();
  });

const MOST_BYTES = 256 * 1024 * 1024;
