import { expect, test } from "vitest";
import { loaded } from "./support.js";

test.each(["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.1", "3.2.0", "3.2"])("OpenAPI %s is accepted", async (version) => {
  const { said, document } = await loaded({ "a.json": JSON.stringify({ openapi: version, paths: {} }) });
  expect(said).toBe("");
  expect(document?.root.value).toMatchObject({ paths: {} });
});

test.each([
  ['{ "openapi": "3.3.0" }', "3.3.0", "1:14"],
  ['{ "openapi": "1.2" }', "1.2", "1:14"],
  ['{ "openapi": "3.10.0" }', "3.10.0", "1:14"],
  ['{ "openapi": "4.0.0" }', "4.0.0", "1:14"],
  ['{ "openapi": "next" }', "next", "1:14"],
  ['{\n "swagger": "1.2"\n}', "1.2", "2:13"],
  ["swagger: 2.1\n", "2.1", "1:10"],
])("%j is refused at its version", async (text, version, place) => {
  const { said, document } = await loaded({ "a.yaml": text });
  expect(said).toBe(`error document/unsupported-version a.yaml:${place} OpenAPI ${version} is not supported.`);
  expect(document).toBeUndefined();
});

test.each([
  ["3.0", { $ref: "#/components/schemas/A" }],
  ["3.1", { $ref: "#/components/schemas/A", type: "string" }],
])("a version that YAML takes for a number, %s, is one", async (version, schema) => {
  const { value } = await loaded({
    "a.yaml": `openapi: ${version}\ncomponents: { schemas: { A: {}, B: { $ref: "#/components/schemas/A", type: string } } }\n`,
  });
  expect(value).toHaveProperty("components.schemas.B", schema);
});

test.each(["[]", '"openapi"', "null", "{}", '{ "openapi": {} }'])("%s is no description", async (text) => {
  const { said } = await loaded({ "a.json": text });
  expect(said).toBe(
    'error document/not-openapi a.json:1:1 This is not an OpenAPI description: it has no "openapi" field.',
  );
});

test.each(["paths", "webhooks", "components"])("a description may have %s alone", async (field) => {
  const { said, document } = await loaded({ "a.json": JSON.stringify({ openapi: "3.1.0", [field]: {} }) });
  expect(said).toBe("");
  expect(document).toBeDefined();
});

test("all inputs are looked at before the run ends", async () => {
  const { said, document } = await loaded({
    "a.json": "{}",
    "b.json": '{ "swagger": "1.2" }',
    "c.json": '{ "openapi": "3.1.0" }',
  });
  expect(said.split("\n").map((it) => it.split(" ").slice(0, 3).join(" "))).toEqual([
    "error document/not-openapi a.json:1:1",
    "error document/unsupported-version b.json:1:14",
  ]);
  expect(document).toBeUndefined();
});

test("a description that has nothing to upgrade stays as it is", async () => {
  const { document, sources } = await loaded({ "a.json": '{ "openapi": "3.1.0", "paths": {} }' });
  expect(document?.root.value).toBe(sources[0]?.value);
});

test("a reference that is no text is none", async () => {
  const text = '{ "openapi": "3.0.0", "components": { "schemas": { "A": { "$ref": 5 }, "B": { "$ref": {} } } } }';
  const { said, document } = await loaded({ "a.json": text });
  expect(said).toBe("");
  expect(document).toBeDefined();
});

test("references are followed by pointer alone", async () => {
  const { document } = await loaded({ "a.json": '{ "openapi": "3.1.0", "paths": { "/a b": { "x": 1 } } }' });
  const root = document?.root;
  expect(root?.resolve("#/paths/~1a%20b/x")?.value).toBe(1);
  expect(root?.resolve("#/paths/~1a b/x")?.value).toBe(1);
  expect(root?.resolve("#")?.value).toBe(root?.value);
  expect(root?.resolve("#anchor")).toBeUndefined();
  expect(root?.resolve("#/paths/toString")).toBeUndefined();
  expect(root?.resolve("#/paths/%")).toBeUndefined();
});
