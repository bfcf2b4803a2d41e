import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode, type Exit } from "../../support/built.js";
import { tempFolder } from "../../support/temp-folder.js";
import { freePort } from "../../wire/everywhere/runtimes.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const viteBin = join(root, "node_modules/vite/bin/vite.js");

/** A web app that uses an SDK by the plugin, in a folder with these files as well. Vite and sdkwright are installed in it. */
export function viteApp(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder({
    "package.json": '{ "type": "module" }',
    "vite.config.js": `
      import sdkwright from "sdkwright/vite";
      export default { plugins: [sdkwright({ input: "api.yaml", output: "src/api" })] };`,
    "index.html": '<!doctype html><title>App</title><body><script type="module" src="/src/main.ts"></script>',
    // Shows what the SDK has.
    "src/main.ts": `
      import * as sdk from "./api/index.js";
      document.body.dataset["sdk"] = Object.keys(sdk).sort().join(" ");`,
    ...files,
  });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/sdkwright"));
  symlinkSync(join(root, "node_modules/vite"), join(folder, "node_modules/vite"));
  return folder;
}

export interface DevServer {
  readonly url: string;
  /** All that it has printed. */
  readonly log: () => string;
  /** Waits until it has printed something after what is printed now. */
  prints(what: RegExp): Promise<void>;
  /** Ends it as a terminal does. Gives its exit code, or the signal by which it ended. */
  stop(): Promise<number | string | null>;
}

export async function devServer(folder: string): Promise<DevServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [viteBin, "--host=127.0.0.1", `--port=${port}`, "--strictPort"], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: folder, NO_COLOR: "1" },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (it: string) => (log += it));
  const ended = new Promise<number | string | null>((resolve) =>
    child.on("close", (code, signal) => resolve(code ?? signal)),
  );
  const prints = async (what: RegExp, from = log.length): Promise<void> => {
    while (!what.test(log.slice(from))) {
      if (child.exitCode !== null) throw new Error(`It has ended:\n${log}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await prints(/Local:/, 0);
  return {
    url: `http://127.0.0.1:${port}/`,
    log: () => log,
    prints,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

export const viteBuild = (folder: string): Promise<Exit> => runNode([viteBin, "build"], folder, { NO_COLOR: "1" });
