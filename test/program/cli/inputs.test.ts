import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtCli, runBuilt, runNode } from "../../support/built.js";
import { program, tinySpec } from "../../support/program.js";
import { tempFolder } from "../../support/temp-folder.js";

const referring = tinySpec.replace("{ type: string }", "{ $ref: parts/pet.yaml }");
const files = {
  "/project/api.yaml": referring,
  "/project/parts/pet.yaml": "$ref: name.json",
  "/project/parts/name.json": '{ "type": "string" }',
  "/project/overlay.yaml":
    'overlay: 1.1.0\ninfo: { title: O, version: "1" }\nactions: [{ target: $.info, update: { title: New } }]',
  "/project/pages/B.html": '<redoc spec-url="inner/api.yaml"></redoc>',
  "/project/pages/inner/api.yaml": tinySpec,
  "/project/unused.yaml": tinySpec,
  "/project/sdkwright.lock": "",
  "/project/.prettierrc": "{}",
  "/project/package.json": "{}",
};
const config = (value: object) => ({ ...files, "/project/sdkwright.config.json": JSON.stringify(value) });

describe("inputs", () => {
  test("are all files that a run reads, and no other", async () => {
    const settings = { input: ["api.yaml", "pages"], overlays: ["overlay.yaml"], output: "out", format: "prettier" };
    const { code, stdout, stderr } = await program(["inputs"], { files: config(settings) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual([
      ".prettierrc",
      "api.yaml",
      "overlay.yaml",
      "pages/B.html",
      "pages/inner/api.yaml",
      "parts/name.json",
      "parts/pet.yaml",
      "sdkwright.config.json",
      "sdkwright.lock",
      "",
    ]);
  });

  test("are what a configuration of prettier imports, too", async () => {
    const style = {
      "/project/prettier.config.mjs": 'export { default } from "./style/base.mjs";',
      "/project/style/base.mjs": 'import { wide } from "./wide.mjs";\nexport default { printWidth: wide };',
      "/project/style/wide.mjs": "export const wide = 120;",
    };
    const settings = { input: "unused.yaml", output: "out", format: "prettier" };
    const { stdout } = await program(["inputs"], { files: { ...config(settings), ...style } });
    expect(stdout.split("\n")).toEqual(expect.arrayContaining(["style/base.mjs", "style/wide.mjs"]));
  });

  test.each([
    ["package.json", '{ "prettier": "./style/base.mjs" }'],
    [".prettierrc", '"./style/base.mjs"\n'],
  ])("are what %s names as the configuration of prettier, too", async (name, text) => {
    const style = { [`/project/${name}`]: text, "/project/style/base.mjs": "export default {};" };
    const settings = { input: "unused.yaml", output: "out", format: "prettier" };
    const { stdout } = await program(["inputs"], { files: { ...config(settings), ...style } });
    expect(stdout.split("\n")).toEqual(expect.arrayContaining([name, "style/base.mjs"]));
  });

  test("are relative to the working directory, and ordered by code point", async () => {
    const odd = ["\u{10000}.yaml", "\uffee.yaml", "b.yaml", "B.yaml"];
    const world = {
      cwd: "/project/pages",
      files: { ...files, ...Object.fromEntries(odd.map((it) => [`/project/${it}`, tinySpec])) },
    };
    const { stdout } = await program(["inputs", ...odd.map((it) => `../${it}`)], world);
    expect(stdout).toBe("../B.yaml\n../b.yaml\n../\uffee.yaml\n../\u{10000}.yaml\n");
  });

  test("are told by project in --json", async () => {
    const projects = [
      { name: "a", input: "api.yaml", output: "a" },
      { name: "b", input: "unused.yaml", renames: "allow" },
    ];
    const { stdout } = await program(["inputs", "--json"], { files: config({ projects }) });
    const own = ["sdkwright.config.json", "sdkwright.lock"];
    const parts = ["parts/name.json", "parts/pet.yaml"];
    expect(JSON.parse(stdout)).toEqual({
      version: "1.2.3",
      ok: true,
      inputs: ["api.yaml", ...parts, ...own, "unused.yaml"],
      projects: [
        {
          name: "a",
          ok: true,
          output: "a",
          lock: "sdkwright.lock",
          inputs: ["api.yaml", ...parts, ...own],
          diagnostics: [],
        },
        { name: "b", ok: true, inputs: [...own, "unused.yaml"], diagnostics: [] },
      ],
      diagnostics: [],
    });
    expect((await program(["inputs", "-p", "b"], { files: config({ projects }) })).stdout).not.toContain("api.yaml");
  });

  test("that are found are listed where something is wrong with another", async () => {
    const { code, stdout, stderr } = await program(["inputs", "api.yaml", "gone.yaml"], { files });
    expect(code).toBe(1);
    expect(stdout).toContain("api.yaml");
    expect(stderr).toContain("error read/not-found");
  });
});

describe("the built program", () => {
  const folder = () =>
    tempFolder({
      "api.yaml": tinySpec,
      "sdkwright.config.ts":
        'import { input } from "./config/names";\nexport default () => ({ input, output: "out" });',
      "config/names.ts": 'export * from "./more.mjs";\n// import "./gone.js";',
      "config/more.mjs": 'import data from "./data.json" with { type: "json" };\nexport const input = data.input;',
      "config/data.json": '{ "input": "api.yaml" }',
    });

  test("lists what a config imports, directly or through others", async () => {
    const { stdout } = await runBuilt(["inputs"], folder());
    expect(stdout.split("\n")).toEqual([
      "api.yaml",
      "config/data.json",
      "config/more.mjs",
      "config/names.ts",
      "sdkwright.config.ts",
      "",
    ]);
  });

  test("lists what it imports of a package of the workspace, and of its own by another name", async () => {
    const at = tempFolder({
      "api.yaml": tinySpec,
      "package.json": '{ "imports": { "#own/*": { "default": "./config/*.ts" } } }',
      "sdkwright.config.mts":
        'import { a } from "@x/all/a";\nimport { out } from "#own/out";\nexport default { ...a, ...out };',
      "config/out.ts": 'export const out = { output: "out" };',
      "tools/all/package.json": '{ "type": "module", "exports": { "./a": { "import": "./a.ts" }, "./b": "./b.ts" } }',
      "tools/all/a.ts": 'import "./more.js";\nexport const a = { input: "api.yaml" };',
      "tools/all/b.ts": "",
      "tools/all/more.ts": "",
      "node_modules/@x/.keep": "",
    });
    symlinkSync("../../tools/all", join(at, "node_modules/@x/all"));
    expect((await runBuilt(["inputs"], at)).stdout.trim().split("\n")).toEqual([
      "api.yaml",
      "config/out.ts",
      "package.json",
      "sdkwright.config.mts",
      ...["a.ts", "more.ts", "package.json"].map((it) => `tools/all/${it}`),
    ]);
  });

  test("loads nothing for it that only emitting needs", async () => {
    const hooks =
      "export async function load(url, context, next) { process._rawDebug(url); return next(url, context); }";
    const register = `import { register } from "node:module"; register("data:text/javascript,${encodeURIComponent(hooks)}"); const { Module } = await import("node:module"); const own = Module._load; Module._load = (...args) => (process._rawDebug(args[0]), own(...args));`;
    const at = folder();
    const loaded = (...args: readonly string[]) =>
      runNode(["--import", `data:text/javascript,${encodeURIComponent(register)}`, builtCli, ...args, "api.yaml"], at);
    expect((await loaded("-o", "out")).stderr).toContain("/pipeline/back.js");
    const { stderr, code } = await loaded("inputs");
    expect(code).toBe(0);
    expect(stderr).toContain("/read/yaml/");
    expect(stderr).not.toContain("/pipeline/back.js");
  });
});
