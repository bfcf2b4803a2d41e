import { describe, expect, test } from "vitest";
import { page } from "./page.js";
import { loaded } from "./support.js";

const description = `openapi: 3.1.1
info: { title: T, version: "1", x-list: [a, b, c] }
tags:
  - { name: one }
  - { name: two }
paths:
  /a: { get: { operationId: a, tags: [x] }, x-it's: 1 }
  /b: { get: { operationId: b } }
`;
const overlay = (...actions: readonly string[]): string =>
  `overlay: 1.1.0\nactions:\n${actions.map((it) => `  - ${it}\n`).join("")}`;
const applied = (...actions: readonly string[]) =>
  loaded({ "a.yaml": description }, {}, {}, { "o.yaml": overlay(...actions) });

test("objects are merged, lists appended to, anything else replaced", async () => {
  const { value, said } = await applied(
    "{ target: $, update: { info: { title: U, x-list: [d], x-new: { y: 1 } }, x-list-2: [] } }",
    "{ target: $.tags, update: { name: three } }",
    "{ target: $.tags, update: [{ name: four }] }",
    "{ target: '$.paths.*.get', update: { summary: S } }",
    "{ target: $.info.version, update: '2' }",
  );
  expect(said).toBe("");
  expect(value).toMatchObject({
    info: { title: "U", version: "2", "x-list": ["a", "b", "c", "d"], "x-new": { y: 1 } },
    paths: { "/a": { get: { operationId: "a", summary: "S" } }, "/b": { get: { summary: "S" } } },
  });
});

test("what is removed is gone, whatever the order in which it is selected", async () => {
  const { value, said } = await applied(
    "{ target: \"$.info['x-list'][0,2,0]\", remove: true }",
    "{ target: '$.tags[?@.name == \"one\"]', remove: true }",
    '{ target: "$.paths[\'/a\'][\\"x-it\'s\\"]", remove: true, update: { b: 1 } }',
    "{ target: \"$.paths['/b']..*\", remove: true }",
  );
  expect(said).toBe("");
  expect(value).toMatchObject({ info: { "x-list": ["b"] }, tags: [{ name: "two" }], paths: { "/b": {} } });
  expect(value).toEqual(expect.objectContaining({ paths: { "/a": { get: expect.anything() }, "/b": {} } }));
});

test("a copy is merged like an update, and moves together with a removal (Overlay 1.1)", async () => {
  const { value, said } = await applied(
    "{ target: $.paths, update: { /c: {} } }",
    "{ target: \"$.paths['/c']\", copy: \"$.paths['/a']\" }",
    "{ target: \"$.paths['/a']\", remove: true }",
  );
  expect(said).toBe("");
  expect(Object.keys((value as { paths: object }).paths)).toEqual(["/b", "/c"]);
  expect(value).toMatchObject({ paths: { "/c": { get: { operationId: "a" } } } });
});

test("overlays are applied in their order, each to what the one before made", async () => {
  const { value, said } = await loaded(
    { "a.yaml": description },
    {},
    {},
    {
      "o.yaml": overlay("{ target: $.info, update: { x-new: 1 } }"),
      "p.json": '{ "overlay": "1.0.0", "actions": [{ "target": "$.info[\'x-new\']", "update": 2 }] }',
    },
  );
  expect(said).toBe("");
  expect(value).toMatchObject({ info: { "x-new": 2 } });
});

test("an overlay that extends one of the inputs is applied to that alone, any other to all", async () => {
  const inputs = {
    "api/a.yaml": "openapi: 3.1.1\ninfo: { title: A }\npaths: {}\n",
    "api/b.yaml": "openapi: 3.1.1\ninfo: { x: B }\npaths: {}\n",
  };
  const { value, said } = await loaded(
    inputs,
    {},
    {},
    {
      "o.yaml": `extends: api/b.yaml\n${overlay("{ target: $.info, update: { x-b: 1, title: B } }")}`,
      "p.yaml": overlay("{ target: $.info.title, update: C }"),
    },
  );
  expect(said).toBe("");
  expect(value).toMatchObject({ info: { title: "C", x: "B", "x-b": 1 } });
});

describe("places", () => {
  test("what an overlay says is shown there, all else where it was", async () => {
    const { at, said } = await applied(
      "{ target: $.info, update: { title: U } }",
      "{ target: '$.tags[0]', remove: true }",
      "{ target: $.paths, update: { /c: { get: { operationId: c } } } }",
    );
    expect(said).toBe("");
    expect(at("/info/title")).toBe("o.yaml:3:40");
    expect(at("/info/version")).toBe("a.yaml:2:28");
    expect(at("/tags/0")).toBe("a.yaml:5:5");
    expect(at("/paths/~1c/get/operationId")).toBe("o.yaml:5:60");
    expect(at("/paths/~1b/get")).toBe("a.yaml:8:14");
  });

  test("through an upgrade and references to other files", async () => {
    const { at, value, said } = await loaded(
      { "a.yaml": "swagger: '2.0'\npaths: {}\ndefinitions:\n  A: { $ref: b.yaml }\n" },
      { "b.yaml": "type: string\n", "c.yaml": "type: number\n" },
      {},
      {
        "o.yaml": overlay(
          "{ target: $.definitions, update: { B: { properties: { c: { $ref: c.yaml }, d: { x-nullable: true, type: string } } } } }",
        ),
      },
    );
    expect(said).toBe("");
    expect(value).toMatchObject({
      components: {
        schemas: {
          A: { type: "string" },
          B: { properties: { c: { $ref: "#/components/schemas/c" }, d: { type: ["string", "null"] } } },
          c: { type: "number" },
        },
      },
    });
    expect(at("/components/schemas/A/type")).toBe("b.yaml:1:7");
    expect(at("/components/schemas/B/properties/d")).toBe("o.yaml:3:83");
    expect(at("/components/schemas/c/type")).toBe("c.yaml:1:7");
  });
});

test("the inputs stay as they were read", async () => {
  const { sources } = await applied("{ target: $.info, update: { title: U } }", "{ target: $.paths.*, remove: true }");
  expect(sources[0]?.value).toMatchObject({ info: { title: "T" }, paths: { "/a": {}, "/b": {} } });
});

test("an overlay corrects a page too", async () => {
  const correct = overlay("{ target: \"$.paths['/pets'].get\", update: { operationId: listPets } }");
  const { value, at } = await loaded({ "a.html": page({}) }, {}, {}, { "o.yaml": correct });
  expect(value).toMatchObject({ paths: { "/pets": { get: { operationId: "listPets" } } } });
  expect(at("/paths/~1pets/get/operationId")).toMatch(/^o\.yaml:3:/);
  expect(at("/paths/~1pets/get")).toMatch(/^a\.html:/);
});
