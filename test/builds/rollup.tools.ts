import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runNode } from "../support/built.js";
import { tinySpec } from "../support/program.js";
import { tempFolder } from "../support/temp-folder.js";
import { tools } from "../support/tools.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const broken = tinySpec.replace("operationId: listOwners", "operationId: listOwners\n      operationId: again");
const brokenAt = broken.split("\n").findIndex((it) => it.includes("again")) + 1;

/** A folder with the plugin and the bundler in which `main.js`, which has `bundle(options)`, is run. */
async function run(bundler: "rollup" | "rolldown", spec: string, main: string) {
  const packages = bundler === "rollup" ? (await tools({ rollup: "4.55.1" })).folder : root;
  const folder = tempFolder({
    "package.json": '{ "type": "module" }',
    // Beside the output, and called nearly as it.
    "src/api.yaml": spec,
    // What is made is TypeScript, which Rollup does not read: that it is there is what counts.
    "app.js":
      'import { readFileSync } from "node:fs";\nexport const sdk = () => readFileSync("src/api/index.ts", "utf8");\n',
    "main.js": `
      import { writeFileSync } from "node:fs";
      import * as bundler from ${JSON.stringify(bundler)};
      import sdkwright from "sdkwright/${bundler}";
      const options = { input: "app.js", external: /^node:/, plugins: [sdkwright({ input: "src/api.yaml", output: "src/api" })] };
      ${main}`,
  });
  mkdirSync(join(folder, "node_modules"));
  for (const [name, to] of [
    ["sdkwright", root],
    [bundler, join(packages, "node_modules", bundler)],
  ] as const)
    symlinkSync(to, join(folder, "node_modules", name));
  const { code, stdout, stderr } = await runNode(["main.js"], folder);
  return { code, stdout, stderr, read: (file: string) => readFileSync(join(folder, file), "utf8") };
}

const once = `const made = await (bundler.rollup ?? bundler.rolldown)(options);
  await made.write({ dir: "dist" });
  await made.close();`;

/** Builds, mends or changes the description after each end of a build, and ends after the third. */
const watched = (texts: readonly string[]): string => `
  const texts = ${JSON.stringify(texts)};
  const watcher = bundler.watch({ ...options, output: { dir: "dist" } });
  watcher.on("event", async (event) => {
    if (event.code === "ERROR") console.log(/This is not YAML/.exec(event.error.message)?.[0]);
    if (event.code !== "END") return;
    const next = texts.shift();
    console.log("end");
    if (next === undefined) await watcher.close();
    else setTimeout(() => writeFileSync("src/api.yaml", next), 300);
  });`;

test.each(["rollup", "rolldown"] as const)("%s has the SDK before it builds", { timeout: 60_000 }, async (bundler) => {
  const { code, stderr, read } = await run(bundler, tinySpec, once);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(read("src/api/index.ts")).toContain("listPets");
});

test.each(["rollup", "rolldown"] as const)("%s fails with a place", { timeout: 60_000 }, async (bundler) => {
  const { code, stdout } = await run(
    bundler,
    broken,
    `try { ${once} } catch (error) {
    const { message, loc } = error.errors?.[0] ?? error;
    console.log(message, loc?.line); process.exitCode = 1; }`,
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining("This is not YAML") });
  expect(stdout.trim()).toMatch(new RegExp(`${brokenAt}$`));
});

test.each(["rollup", "rolldown"] as const)("%s builds again as it watches", { timeout: 60_000 }, async (bundler) => {
  const more = tinySpec.replace("listOwners", "listAllOwners");
  const { code, stdout, read } = await run(bundler, tinySpec, watched([broken, more]));
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^end\nThis is not YAML\nend\nend\n$/),
  });
  expect(read("src/api/index.ts")).toContain("listAllOwners");
});
