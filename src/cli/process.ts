import { nodeHost } from "../pipeline/node-host.js";
import { cli } from "./cli.js";

/** The program as a process: its arguments, its streams and its exit code. */
export async function runProcess(): Promise<never> {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  const code = await cli(process.argv.slice(2), nodeHost(), {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  });
  // When a pipe has taken all, the process ends at once: left to end by itself, Node first takes down all that it holds in memory.
  await Promise.all([process.stdout, process.stderr].map((it) => new Promise((done) => it.write("", done))));
  process.exit(code);
}
