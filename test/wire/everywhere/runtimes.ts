import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { runProcess } from "../../support/built.js";
import { tempFolder } from "../../support/temp-folder.js";
import { tools } from "../../support/tools.js";
import type { Outcomes } from "./program.js";

/** Runs the program, a module that exports `run(baseUrl, closedUrl)`, and gives its outcomes. */
export type Runtime = (code: string, urls: readonly [baseUrl: string, closedUrl: string]) => Promise<Outcomes>;

/** A program of a package that runs a module of JavaScript, as Node does. */
const command =
  (packages: Readonly<Record<string, string>>, bin: string, flags: readonly string[] = []): Runtime =>
  async (code, urls) =>
    runWith((await tools(packages)).bin(bin), flags, code, urls);

async function runWith(
  program: string,
  flags: readonly string[],
  code: string,
  urls: readonly string[],
): Promise<Outcomes> {
  const main = `import { run } from "./program.mjs"; console.log(JSON.stringify(await run(...process.argv.slice(2))));`;
  const folder = tempFolder({ "program.mjs": code, "main.mjs": main });
  const { stdout, stderr, code: exit } = await runProcess(program, [...flags, "main.mjs", ...urls], folder);
  if (exit !== 0) throw new Error(`exit code ${exit}: ${stderr}`);
  return JSON.parse(stdout) as Outcomes;
}

export const thisNode: Runtime = (code, urls) => runWith(process.execPath, [], code, urls);
export const newestNode = command({ node: "26.10.0" }, "node");
export const deno = command({ deno: "2.9.6" }, "deno", ["run", "--no-prompt", "--allow-net=127.0.0.1"]);
export const bun = command({ bun: "1.4.5" }, "bun", ["run"]);

/** Vercel's edge runtime: no module system, and nothing of Node. */
export const edgeRuntime: Runtime = async (code, urls) => {
  const { require } = await tools({ "edge-runtime": "4.0.1" });
  // The package's documented interface.
  const { EdgeRuntime } = require("edge-runtime") as {
    readonly EdgeRuntime: new () => { evaluate<T>(code: string): T };
  };
  const script = code.replace(/^export \{ run \};?$/m, "globalThis.run = run;");
  const runtime = new EdgeRuntime();
  runtime.evaluate(script);
  return JSON.parse(
    await runtime.evaluate<Promise<string>>(`run(...${JSON.stringify(urls)}).then(JSON.stringify)`),
  ) as Outcomes;
};

/** Cloudflare's runtime. Its worker answers a request with the outcomes. */
export const workerd: Runtime = async (code, urls) => {
  const worker = `${code}
    export default { fetch: async () => Response.json(await run(...${JSON.stringify(urls)})) };`;
  const folder = tempFolder({ "worker.mjs": worker, "config.capnp": workerdConfig });
  const program = (await tools({ workerd: "1.20261117.1" })).bin("workerd");
  const child = spawn(program, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  try {
    const ended = once(child, "close").then(() => Promise.reject(new Error("workerd ended")));
    const [line] = (await Promise.race([once(createInterface(child.stdio[3] as Readable), "line"), ended])) as [string];
    // It says on which port it listens: {"event":"listen","socket":"http","port":1234}.
    const { port } = JSON.parse(line) as { readonly port: number };
    return (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as Outcomes;
  } finally {
    child.kill();
  }
};

const workerdConfig = `
  using Workerd = import "/workerd/workerd.capnp";
  const config :Workerd.Config = (
    services = [
      (name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "2025-01-01")),
      (name = "internet", network = (allow = ["public", "private", "local"])),
    ],
    sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
  );`;

/** A port at which nobody listens. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
