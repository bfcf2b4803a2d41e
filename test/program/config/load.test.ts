import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Config } from "../../../src/config/config.js";
import { findConfig } from "../../../src/config/find.js";
import { jobOf } from "../../../src/config/job-of.js";
import { loadConfig } from "../../../src/config/load.js";
import { select } from "../../../src/config/select.js";
import { Diagnostics } from "../../../src/diagnostics/diagnostics.js";
import { nodeHost } from "../../../src/pipeline/node-host.js";
import { memoryHost } from "../../support/memory-host.js";
import { programOn, tinySpec } from "../../support/program.js";
import { tempFolder } from "../../support/temp-folder.js";

describe("a config file is found", () => {
  test("in the working directory or the nearest one above", () => {
    const files = {
      "/project/sdkwright.config.json": "{}",
      "/project/a/sdkwright.config.ts": "",
      "/project/a/b/c/d.txt": "",
    };
    expect(findConfig("/project/a/b/c", memoryHost({ files }))).toBe("/project/a/sdkwright.config.ts");
    expect(findConfig("/project", memoryHost({ files }))).toBe("/project/sdkwright.config.json");
    expect(findConfig("/", memoryHost({ files }))).toBeUndefined();
  });

  test("a link in a circle is none", () => {
    const folder = tempFolder();
    symlinkSync("sdkwright.config.ts", join(folder, "sdkwright.config.ts"));
    expect(findConfig(folder, nodeHost())).toBeUndefined();
  });

  test("a folder of that name is none", () => {
    expect(findConfig("/project", memoryHost({ files: { "/project/sdkwright.config.json/x": "" } }))).toBeUndefined();
  });
});

test("two config files in one folder are refused, unless one is named", async () => {
  const host = memoryHost({ files: { "/project/sdkwright.config.ts": "", "/project/sdkwright.config.json": "{}" } });
  const selected = async (config?: string) => {
    const diagnostics = new Diagnostics();
    const asked = { settings: {}, projects: [], ...(config !== undefined && { config }) };
    const { file } = await select(asked, host, diagnostics, () => Promise.resolve({}));
    return [file, ...diagnostics.all.map((it) => it.message)];
  };
  expect(await selected()).toEqual([
    "/project/sdkwright.config.ts",
    "There are several config files in one folder: sdkwright.config.ts and sdkwright.config.json.",
  ]);
  expect(await selected("sdkwright.config.json")).toEqual(["/project/sdkwright.config.json"]);
});

/** Loads `name` from a real folder, since scripts are loaded from the disk. */
async function load(name: string, text: string, more: Readonly<Record<string, string>> = {}) {
  const folder = tempFolder({ [name]: text, ...more });
  const diagnostics = new Diagnostics();
  const config = await loadConfig(join(folder, name), { ...nodeHost(), cwd: folder }, diagnostics);
  return {
    folder,
    config: config?.all[0]?.settings,
    codes: diagnostics.all.map((it) => it.code),
    messages: diagnostics.all.map((it) => it.message),
  };
}

describe("a config file is loaded", () => {
  test.each([
    ["sdkwright.config.json", '{ "input": "api.yaml", "output": "../sdk" }'],
    ["sdkwright.config.mjs", 'export default { input: "api.yaml", output: "../sdk" };'],
    [
      "sdkwright.config.ts",
      'import { defineConfig } from "sdkwright";\nimport { input } from "./more.js";\nexport default defineConfig({ input, output: "../sdk" as string });',
    ],
    ["sdkwright.config.mjs", 'export default async () => ({ input: "api.yaml", output: "../sdk" });'],
    ["sdkwright.config.mts", 'export default async () => ({ input: "api.yaml", output: "../sdk" as string });'],
    [
      "sdkwright.config.ts",
      'import { defineConfig } from "sdkwright";\nexport default defineConfig(() => ({ input: "api.yaml", output: "../sdk" }));',
    ],
    ["sdkwright.config.js", 'export default () => ({ input: "api.yaml", output: "../sdk" });'],
    ["sdkwright.config.json", '\ufeff{ "input": "api.yaml", "output": "../sdk" }'],
    ["sdkwright.config.json", '{ "$schema": "x", "input": "api.yaml", "output": "../sdk" }'],
    ["sdkwright.config.mts", 'const output: string = "../sdk";\nexport default { input: ["api.yaml"], output };'],
  ])("%s, with paths taken from its folder", async (name, text) => {
    const { folder, config, codes } = await load(name, text, {
      "package.json": '{ "type": "module" }',
      "more.ts": 'export const input: string = "api.yaml";',
    });
    expect(codes).toEqual([]);
    expect(config).toEqual({
      root: folder,
      home: folder,
      file: join(folder, name),
      input: [join(folder, "api.yaml")],
      output: join(folder, "../sdk"),
    });
  });

  test("sdkwright.config.js as a module, also where package.json speaks of CommonJS", async () => {
    const text = 'import { defineConfig } from "sdkwright";\nexport default defineConfig({ input: "api.yaml" });';
    const { folder, config, messages } = await load("sdkwright.config.js", text, {
      "package.json": '{ "type": "commonjs" }',
    });
    expect(messages).toEqual([]);
    expect(config).toMatchObject({ input: [join(folder, "api.yaml")] });
  });

  test.each([
    ["sdkwright.config.js", 'module.exports = { input: "a.yaml" };'],
    ["sdkwright.config.js", 'exports.input = "a.yaml";'],
    ["sdkwright.config.ts", 'module.exports = { input: "a.yaml" as string };'],
    ["sdkwright.config.ts", 'export = { input: "a.yaml" };'],
    ["sdkwright.config.ts", 'module.exports = () => ({ input: "a.yaml" });'],
  ])("%s of CommonJS: %s", async (name, text) => {
    const { folder, config, codes } = await load(name, text, { "package.json": "{}" });
    expect(codes).toEqual([]);
    expect(config).toMatchObject({ input: [join(folder, "a.yaml")] });
  });

  test("sdkwright.config.js is a module where its package says so", async () => {
    const { config } = await load("sdkwright.config.js", 'export default { input: "a.yaml" };', {
      "package.json": '{ "type": "module" }',
    });
    expect(config).toHaveProperty("input");
  });
});

describe("a config file at fault is a diagnostic", () => {
  test.each([
    ["sdkwright.config.json", "{ input: 1 }", "config/json-syntax"],
    ["sdkwright.config.mjs", 'throw new Error("no such thing.");', "config/failed"],
    ["sdkwright.config.ts", "const x: = 1;", "config/failed"],
    ["sdkwright.config.mjs", 'export default () => { throw new Error("no such thing."); };', "config/failed"],
    ["sdkwright.config.mjs", "export default async () => [{ output: 'a' }];", "config/not-an-object"],
    ["sdkwright.config.mjs", "export default undefined;", "config/not-an-object"],
  ])("%s: %s", async (name, text, code) => {
    const { codes, messages, config } = await load(name, text);
    expect(codes).toEqual([code]);
    expect(messages[0]).toContain(name);
    expect(config).toBeUndefined();
  });

  test.each([
    ["sdkwright.config.mjs", 'export const input = "api.yaml";'],
    ["sdkwright.config.ts", 'export const input = "api.yaml";\nexport const output = "sdk";'],
    ["sdkwright.config.ts", 'const config = { input: "api.yaml", output: "sdk" };'],
    ["sdkwright.config.mts", ""],
  ])("%s without a default export: %s", async (name, text) => {
    const { messages, config } = await load(name, text, { "package.json": '{ "type": "module" }' });
    expect(messages).toEqual([`The config file ${name} has no default export.`]);
    expect(config).toBeUndefined();
  });

  test("a root that is no folder, with its place", async () => {
    const text = '{ "root": "../nope" }';
    const { messages } = await load("sdkwright.config.json", text);
    expect(messages).toEqual(['sdkwright.config.json has root: "../nope", and there is no such folder.']);
    const diagnostics = new Diagnostics();
    const host = memoryHost({ files: { "/project/sdkwright.config.json": text } });
    await loadConfig("/project/sdkwright.config.json", host, diagnostics);
    expect(diagnostics.all[0]?.target).toEqual({ source: 0, pointer: "/root", at: "value" });
  });

  test("a key that stands twice, each with its place", async () => {
    const text = '{ "remote": { "http": true, "http": false }, "output": "a", "output": "b" }';
    const { stderr } = await programOn(["-c", "a.json"], memoryHost({ files: { "/project/a.json": text } }));
    expect(stderr.match(/error \S+ .*|  a\.json:\S+/g)).toEqual([
      'error config/json-duplicate: The key "http" stands twice in one object of the config file a.json.',
      "  a.json:1:29",
      "  a.json:1:15",
      'error config/json-duplicate: The key "output" stands twice in one object of the config file a.json.',
      "  a.json:1:61",
      "  a.json:1:46",
    ]);
  });

  test.each(["cjs", "cts"])("one that is found by no such name: %s", async (extension) => {
    const files = { [`/project/sdkwright.config.${extension}`]: "", "/project/api.yaml": tinySpec };
    const run = async (more = {}) => programOn(["api.yaml", "-o", "sdk"], memoryHost({ files: { ...files, ...more } }));
    expect(await run()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`sdkwright.config.${extension} is none`),
    });
    expect(await run({ "/sdkwright.config.json": "{}" })).toMatchObject({ code: 0, stderr: "" });
  });

  test("one that is not there", async () => {
    const diagnostics = new Diagnostics();
    await loadConfig("/project/nope.json", memoryHost(), diagnostics);
    expect(diagnostics.all[0]).toMatchObject({
      code: "config/not-found",
      message: "There is no config file nope.json.",
    });
  });
});

describe("settings become a job", () => {
  const job = async (config: Config) => {
    const diagnostics = new Diagnostics();
    return {
      job: await jobOf({ root: "/project", home: "/project", ...config }, "write", false, memoryHost(), diagnostics),
      codes: diagnostics.all.map((it) => it.code),
    };
  };

  test("with what is written as undefined as if it were not", async () => {
    const remote = Object.fromEntries(["allow", "headers", "http"].map((it) => [it, undefined]));
    const { job: made } = await job({ input: "/a.yaml", output: "/sdk", remote });
    expect(made?.remote).toEqual({ home: "/project", allow: [], headers: {}, http: false });
  });

  test("with every default applied", async () => {
    expect((await job({ input: "/a.yaml", output: "/sdk" })).job).toEqual({
      inputs: ["/a.yaml"],
      root: "/project",
      overlays: [],
      remote: { home: "/project", allow: [], headers: {}, http: false },
      output: "/sdk",
      operations: [],
      tags: [],
      paths: [],
      methods: [],
      deprecated: true,
      internal: true,
      pagination: [],
      enums: "union",
      int64: "number",
      decimals: "number",
      deepObjectArrays: "indices",
      deleteForms: "body",
      format: "none",
      strict: false,
      force: false,
      mode: "write",
    });
  });

  test.each([
    [{ output: "/sdk" }, ["config/no-input"]],
    [{ input: "/a.yaml" }, ["config/no-output"]],
    [{}, ["config/no-input", "config/no-output"]],
    [{ input: "ftp://example.com/api.json", output: "/sdk" }, ["config/remote-input"]],
  ])("%j is not enough", async (config, codes) => {
    expect(await job(config)).toEqual({ job: undefined, codes });
  });
});
