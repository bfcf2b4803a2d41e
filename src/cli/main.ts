#!/usr/bin/env node
import * as nodeModule from "node:module";
import { nodeHost } from "../pipeline/node-host.js";

// From Node 22.1 on compiled code can be kept, which halves the time to load the larger libraries.
if ("enableCompileCache" in nodeModule && typeof nodeModule.enableCompileCache === "function")
  nodeModule.enableCompileCache();

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const { cli } = await import("./cli.js");
const code = await cli(process.argv.slice(2), nodeHost(), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
});
// When a pipe has taken all, the process ends at once: left to end by itself, Node first takes down all that it holds in memory.
await Promise.all([process.stdout, process.stderr].map((it) => new Promise((done) => it.write("", done))));
process.exit(code);
