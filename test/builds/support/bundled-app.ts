import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "../../support/built.js";
import { tinySpec } from "../../support/program.js";
import { tempFolder } from "../../support/temp-folder.js";
import { tools } from "../../support/tools.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What happens to a description while a bundler watches: each is written when the one before has led to what it was to lead to. */
export interface Step {
  readonly write: string;
  /** Matches what the next build comes to, but for builds in between. */
  readonly until: RegExp;
}

export const more = tinySpec.replace("listOwners", "listAllOwners");
export const broken = tinySpec.replace("operationId: listOwners", "operationId: listOwners\n      operationId: again");
export const brokenAt = broken.split("\n").findIndex((it) => it.includes("again")) + 1;

/**
 * Runs `main.js` in a folder with an app that prints what its SDK has, the plugin, and a bundler: `bundler` is that, and
 * `plugin` what makes an SDK of `api.yaml`. `came(text)` of `watched` below is called with what each build came to.
 */
export async function run(
  name: string,
  packages: Readonly<Record<string, string>>,
  description: string,
  main: string,
  plugin = name.replace(/^@|\/core$/g, ""),
) {
  const installed = (await tools(packages)).folder;
  const folder = tempFolder({
    "package.json": '{ "type": "module" }',
    "tsconfig.json": '{ "compilerOptions": { "module": "esnext", "target": "es2022" }, "files": ["src/main.ts"] }',
    "api.yaml": description,
    "src/main.ts": 'import * as sdk from "./api/index.js";\nconsole.log(Object.keys(sdk).sort().join(" "));\n',
    "main.js": `
      import { readFileSync, writeFileSync } from "node:fs";
      import * as bundler from ${JSON.stringify(name)};
      import sdkwright from "sdkwright/${plugin}";
      const plugin = sdkwright({ input: "api.yaml", output: "src/api" });
      // Nobody waits longer.
      setTimeout(() => process.exit(3), 60_000).unref();
      ${main}`,
  });
  mkdirSync(join(folder, "node_modules/@rspack"), { recursive: true });
  for (const it of Object.keys(packages))
    symlinkSync(join(installed, "node_modules", it), join(folder, "node_modules", it));
  symlinkSync(root, join(folder, "node_modules/sdkwright"));
  const { code, stdout, stderr } = await runNode(["main.js"], folder, { NO_COLOR: "1" });
  return {
    code,
    stdout,
    stderr,
    read: (file: string) => readFileSync(join(folder, file), "utf8"),
    /** What the bundle prints. */
    app: async () => (await runNode(["dist/main.js"], folder)).stdout,
  };
}

/** Defines `came`, which takes the steps and ends with `end`, and prints each build of which a step waited. */
export const watched = (first: RegExp, steps: readonly Step[], end: string): string => `
  const steps = [${[{ until: first }, ...steps].map((it) => `[${it.until}, ${JSON.stringify("write" in it ? it.write : "")}]`).join(", ")}];
  let builds = 0;
  async function came(text) {
    builds++;
    if (steps.length === 0 || !steps[0][0].test(text)) return;
    console.log(text);
    steps.shift();
    if (steps.length === 0) ${end}
    else setTimeout(() => writeFileSync("api.yaml", steps[0][1]), 300);
  }`;
