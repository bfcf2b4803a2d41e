import { nodeHost } from "../pipeline/node-host.js";
import { cli } from "./cli.js";
import { compiled } from "./compiled.js";

/** The program as a process: its arguments, its streams and its exit code. */
export async function runProcess(): Promise<never> {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  let isDone = false;
  process.once("exit", (code) => {
    if (!isDone) process.exitCode = endedEarly(code);
  });
  const host = { ...nodeHost(), load: compiled };
  const code = await cli(process.argv.slice(2), host, {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  });
  isDone = true;
  // When a pipe has taken all, the process ends at once: left to end by itself, Node first takes down all that it holds in memory.
  await Promise.all([process.stdout, process.stderr].map((it) => new Promise((done) => it.write("", done))));
  process.exit(code);
}

/** A config is a program in this process: it may call `process.exit`, or wait for what never comes, which Node ends with 13. */
function endedEarly(code: number): number {
  process.stderr.write("sdkwright was not done: the config file ended the process or waits for what never comes.\n");
  return code === 0 || code === 13 ? 1 : code;
}
