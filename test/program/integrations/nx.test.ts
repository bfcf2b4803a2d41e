import { expect, test } from "vitest";
import { createNodes, createNodesV2, type NxOptions, type NxTarget } from "../../../src/integrations/nx/nx.js";
import { runNode } from "../../support/built.js";
import { tinySpec } from "../../support/program.js";
import { tempFolder } from "../../support/temp-folder.js";

const config = { input: "api.yaml", output: "src/api", root: ".." };
const files = {
  "a/package.json": "{}",
  "a/api.yaml": tinySpec.replace("type: string", '$ref: "../shared/name.yaml"'),
  "shared/name.yaml": "type: string\n",
};

/** The targets that are inferred for the project `a` of a workspace. */
async function inferred(more: Readonly<Record<string, string>>, options?: NxOptions) {
  const workspaceRoot = tempFolder({ ...files, "a/sdkwright.config.json": JSON.stringify(config), ...more });
  const [, infer] = createNodes;
  const nodes = await infer(["a/sdkwright.config.json"], options, { workspaceRoot });
  return nodes[0]?.[1].projects["a"]?.targets ?? {};
}
const always: NxTarget["inputs"] = ["{projectRoot}/sdkwright.config.*", "{projectRoot}/sdkwright.lock"];

test("a config gives a project its targets, with what a run reads and writes", async () => {
  const targets = await inferred({});
  expect(Object.keys(targets)).toEqual(["generate", "generate:check"]);
  expect(targets["generate"]).toMatchObject({
    executor: "nx:run-commands",
    options: { command: "sdkwright generate", cwd: "a" },
    cache: true,
    inputs: [
      ...always,
      "{projectRoot}/api.yaml",
      "{projectRoot}/sdkwright.config.json",
      "{workspaceRoot}/shared/name.yaml",
      { externalDependencies: ["sdkwright"] },
    ],
    outputs: ["{projectRoot}/src/api", "{projectRoot}/sdkwright.lock"],
  });
  expect(targets["generate:check"]).toMatchObject({ cache: false, outputs: [] });
  expect(createNodesV2).toBe(createNodes);
});

test("targets may be called otherwise, and scripts of their names are what runs", async () => {
  const scripts = '{ "scripts": { "sdk": "sdkwright generate && prettier --write src/api" } }';
  const targets = await inferred({ "a/package.json": scripts }, { targetName: "sdk" });
  expect(Object.keys(targets)).toEqual(["sdk", "generate:check"]);
  expect(targets["sdk"]).toMatchObject({ executor: "nx:run-script", options: { script: "sdk" }, cache: true });
  expect(targets["generate:check"]).toMatchObject({ executor: "nx:run-commands" });
});

test("a program is asked, with all that it imports, as often as nx asks in one process", async () => {
  const program = 'import { output } from "./more.js";\nexport default { input: "api.yaml", output, root: ".." };\n';
  // The package as it is built, since a thread of its own is started, which has to find its code.
  const script = `
    import { writeFileSync } from "node:fs";
    import { createNodes } from ${JSON.stringify(new URL("../../../dist/src/integrations/nx/nx.js", import.meta.url))};
    const infer = async () => {
      const nodes = await createNodes[1](["a/sdkwright.config.js"], undefined, { workspaceRoot: process.cwd() });
      const { inputs, outputs } = nodes[0][1].projects.a.targets.generate;
      console.log(inputs.includes("{projectRoot}/more.js"), outputs.join());
    };
    await infer();
    writeFileSync("a/more.js", 'export const output = "../two";');
    await infer();`;
  const workspaceRoot = tempFolder({
    ...files,
    "a/package.json": '{ "type": "module" }',
    "a/sdkwright.config.js": program,
    "ask.mjs": script,
    "a/more.js": 'export const output = "../one";\n',
  });
  const { stdout, stderr } = await runNode(["ask.mjs"], workspaceRoot);
  expect({ stdout, stderr }).toEqual({
    stdout:
      "true {workspaceRoot}/one,{projectRoot}/sdkwright.lock\ntrue {workspaceRoot}/two,{projectRoot}/sdkwright.lock\n",
    stderr: "",
  });
});

test("several projects of a config are one target, and the lock and prettier count where they are asked for", async () => {
  const { output: _, ...rest } = config;
  const projects = [{ output: "one" }, { output: "two", renames: "allow", format: "prettier" }];
  const { generate } = await inferred({ "a/sdkwright.config.json": JSON.stringify({ ...rest, projects }) });
  expect(generate?.outputs).toEqual(["{projectRoot}/one", "{projectRoot}/sdkwright.lock", "{projectRoot}/two"]);
  expect(generate?.inputs).toContain("{workspaceRoot}/.prettierrc*");
  expect(generate?.inputs).toContainEqual({ externalDependencies: ["sdkwright", "prettier"] });
});

test("a name that would be a glob stands for itself", async () => {
  const { generate } = await inferred({
    "a/a(1)[b].yaml": tinySpec,
    "a/sdkwright.config.json": '{ "input": "a(1)[b].yaml", "output": "api" }',
  });
  expect(generate?.inputs).toContain("{projectRoot}/a?1??b?.yaml");
});

test.each([
  ["a config that is wrong", { "a/sdkwright.config.json": '{ "inptu": "api.yaml" }' }],
  [
    "an output outside of the workspace",
    { "a/sdkwright.config.json": '{ "input": "api.yaml", "output": "../../sdk" }' },
  ],
])("%s is run, never cached", async (_, more) => {
  const { generate } = await inferred(more);
  expect(generate).toMatchObject({ cache: false });
});

test("a folder that is no project has no targets", async () => {
  const workspaceRoot = tempFolder({ "b/sdkwright.config.json": JSON.stringify(config) });
  expect(await createNodes[1](["b/sdkwright.config.json"], undefined, { workspaceRoot })).toEqual([]);
});
