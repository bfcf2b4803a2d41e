import { expect, test } from "vitest";
import { Diagnostics } from "../../../src/diagnostics/diagnostics.js";
import { SharedSources } from "../../../src/pipeline/shared-sources.js";
import { memoryHost } from "../../support/memory-host.js";
import { programOn, tinySpec } from "../../support/program.js";

/** It gives a warning: there is a body, and nothing says what it is. */
const odd = `${tinySpec}  /odd:
    post:
      operationId: odd
      requestBody: { content: {} }
      responses: { "204": { description: None } }
`;

function packageOf(config: object, files: Readonly<Record<string, string>> = {}) {
  return memoryHost({
    files: {
      "/project/package.json": "{}",
      "/project/node_modules/some/index.js": "",
      "/project/api.yaml": tinySpec,
      "/project/sdkwright.config.json": JSON.stringify(config),
      ...files,
    },
  });
}

test("a file that several runs read is parsed once, and its mistakes are told in each with the number that it has there", async () => {
  const shared = new SharedSources();
  const read = async (index: number, text: string) => {
    const diagnostics = new Diagnostics();
    const source = await shared.read({ index, path: "a.json", bytes: Buffer.from(text) }, diagnostics);
    return { source, targets: diagnostics.all.map((it) => [it.target?.source, it.related[0]?.target.source]) };
  };
  const twice = '{ "a": 1, "a": 2 }';
  const [first, second] = [await read(0, twice), await read(3, twice)];
  expect(second.source.value).toBe(first.source.value);
  expect([first.source.index, second.source.index]).toEqual([0, 3]);
  expect([first.targets, second.targets]).toEqual([[[0, 0]], [[3, 3]]]);
  expect((await read(0, '{ "a": 3 }')).source.value).toEqual({ a: 3 });
  shared.keep(() => false);
  expect((await read(0, '{ "a": 3 }')).source.value).not.toBe(first.source.value);
});

test("what is said of a shared input points into it in each project", async () => {
  const projects = [
    { name: "a", input: "odd.yaml", output: "a" },
    { name: "b", input: ["api.yaml", "odd.yaml"], output: "b" },
  ];
  const { stdout } = await programOn(["generate", "--json"], packageOf({ projects }, { "/project/odd.yaml": odd }));
  const said = JSON.parse(stdout).projects.map(
    (it: { diagnostics: readonly { code: string; file: string; line: number }[] }) =>
      it.diagnostics.filter((one) => one.code === "body/unknown").map((one) => `${one.file}:${one.line}`),
  );
  expect(said).toEqual([["odd.yaml:17"], ["odd.yaml:17"]]);
});

test("projects made together are what they are when made alone", async () => {
  const settings = [{ tags: ["pets"] }, { enums: "object" }, { overlays: ["overlay.json"] }, { tags: ["owners"] }];
  const projects = settings.map((it, i) => ({ ...it, output: `sdk${i}` }));
  const update = { operationId: "everyPet" };
  const overlay = {
    overlay: "1.0.0",
    info: { title: "O", version: "1" },
    actions: [{ target: "$.paths.*.get", update }],
  };
  const files = { "/project/overlay.json": JSON.stringify(overlay) };
  const together = packageOf({ input: "api.yaml", projects }, files);
  const alone = packageOf({ input: "api.yaml", projects }, files);
  expect((await programOn([], together)).code).toBe(0);
  for (const it of projects) await programOn(["-p", it.output], alone);
  const outputs = (host: typeof alone) =>
    Object.entries(host.texts()).filter(([path]) => path.startsWith("/project/sdk"));
  expect(outputs(together)).toEqual(outputs(alone));
});

test("a run that has nothing to do ends early for each, also where names are locked", async () => {
  const projects = ["a", "b"].map((it) => ({ output: it }));
  const host = packageOf({ input: "api.yaml", projects });
  const stages = async () =>
    JSON.parse((await programOn(["generate", "--json"], host)).stdout).projects.map(
      (it: { stages: readonly { name: string }[] }) => it.stages[0]?.name,
    );
  // What the first one read is understood once.
  expect(await stages()).toEqual(["read", "passes"]);
  expect(await stages()).toEqual(["unchanged", "unchanged"]);
  const lock = host.texts()["/project/sdkwright.lock"] ?? "";
  host.writeFile("/project/sdkwright.lock", lock.replace(/^name@b.*\n/m, ""));
  expect(await stages()).toEqual(["unchanged", "read"]);
});
