import { expect, test } from "vitest";
import { Diagnostics } from "../../src/diagnostics/diagnostics.js";
import { Places } from "../../src/document/places.js";
import type { PlainObject } from "../../src/document/values.js";
import type { Upgrade } from "../../src/document/upgrade/step.js";
import { upgradeV30ToV31 } from "../../src/document/upgrade/v30-to-v31.js";
import { loaded } from "./support.js";

const ref = { $ref: "#/components/schemas/A" };
const nothing = { type: "null" };

const table: readonly (readonly [name: string, given: object, want: object])[] = [
  ["a type", { type: "string", nullable: true, format: "date" }, { type: ["string", "null"], format: "date" }],
  ["a type that may not be null", { type: "string", nullable: false }, { type: "string" }],
  [
    "a list of types, as 3.1 has it",
    { type: ["string", "integer"], nullable: true },
    { type: ["string", "integer", "null"] },
  ],
  ["a type list that has null", { type: ["string", "null"], nullable: true }, { type: ["string", "null"] }],
  [
    "values of an enum",
    { type: "string", enum: ["a", "b"], nullable: true },
    { type: ["string", "null"], enum: ["a", "b", null] },
  ],
  [
    "an enum that lists null",
    { type: "string", enum: ["a", null], nullable: true },
    { type: ["string", "null"], enum: ["a", null] },
  ],
  ["an enum without a type", { enum: ["a"], nullable: true }, { enum: ["a", null] }],
  ["nothing else", { nullable: true, description: "Any" }, { description: "Any" }],
  [
    "properties without a type",
    { properties: { a: { type: "string" } }, nullable: true },
    { properties: { a: { type: "string" } }, type: ["object", "null"] },
  ],
  ["items without a type", { items: {}, nullable: true }, { items: {}, type: ["array", "null"] }],
  ["a reference", { ...ref, nullable: true }, { anyOf: [ref, nothing] }],
  [
    "a reference in anyOf",
    { anyOf: [ref], nullable: true, description: "d" },
    { anyOf: [ref, nothing], description: "d" },
  ],
  [
    "a reference in anyOf, beside extensions",
    { nullable: true, anyOf: [ref], "x-a": 1 },
    { anyOf: [ref, nothing], "x-a": 1 },
  ],
  ["a union", { oneOf: [{ type: "string" }, ref], nullable: true }, { oneOf: [{ type: "string" }, ref, nothing] }],
  [
    "a union with null in it",
    { anyOf: [ref, { type: "string", nullable: true }], nullable: true },
    { anyOf: [ref, { type: ["string", "null"] }] },
  ],
  [
    "a union with a discriminator",
    { oneOf: [ref], discriminator: { propertyName: "k" }, nullable: true },
    { anyOf: [{ oneOf: [ref], discriminator: { propertyName: "k" } }, nothing] },
  ],
  [
    "a reference in allOf",
    { allOf: [ref], nullable: true, title: "T", default: null },
    { title: "T", default: null, anyOf: [{ allOf: [ref] }, nothing] },
  ],
  [
    "a type beside allOf",
    { type: "object", allOf: [ref], nullable: true },
    { anyOf: [{ type: "object", allOf: [ref] }, nothing] },
  ],
  [
    "a type beside anyOf",
    { type: "object", anyOf: [ref], nullable: true },
    { anyOf: [{ type: "object", anyOf: [ref] }, nothing] },
  ],
  ["a flag that is no boolean", { type: "string", nullable: "yes" }, { type: "string", nullable: "yes" }],
  ["an exclusive minimum", { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  [
    "an exclusive maximum",
    { type: "number", maximum: 9, exclusiveMaximum: true },
    { type: "number", exclusiveMaximum: 9 },
  ],
  ["a minimum that is not exclusive", { minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
  ["an exclusive minimum of nothing", { exclusiveMinimum: true }, {}],
  [
    "bounds as 3.1 has them",
    { exclusiveMinimum: 1, exclusiveMaximum: 2 },
    { exclusiveMinimum: 1, exclusiveMaximum: 2 },
  ],
  ["an example", { type: "string", example: "a" }, { type: "string", example: "a" }],
  [
    "all of these inside of all of these",
    {
      type: "array",
      nullable: true,
      items: {
        type: "object",
        properties: { nullable: { type: "integer", nullable: true, minimum: 0, exclusiveMinimum: true } },
      },
    },
    {
      type: ["array", "null"],
      items: { type: "object", properties: { nullable: { type: ["integer", "null"], exclusiveMinimum: 0 } } },
    },
  ],
  ["a format", { type: "string", format: "binary" }, { type: "string", format: "binary" }],
];

test.each(table)("%s", (_, given, want) => {
  expect(upgraded({ components: { schemas: { S: given } } })).toEqual({
    openapi: "3.1.1",
    components: { schemas: { S: want } },
  });
});

const old = { type: "string", nullable: true };
const now = { type: ["string", "null"] };
const places: readonly (readonly [where: string, make: (schema: unknown) => PlainObject])[] = [
  ["properties", (it) => schema({ properties: { properties: it, "x-a": it, example: it } })],
  ["additionalProperties", (it) => schema({ additionalProperties: it })],
  ["items", (it) => schema({ items: it })],
  ["members of a union", (it) => schema({ anyOf: [it], oneOf: [it, it], allOf: [it] })],
  ["not", (it) => schema({ not: it })],
  ["a parameter of a path", (it) => ({ paths: { "/a": { parameters: [{ schema: it }] } } })],
  [
    "a parameter of an operation, by content",
    (it) => ({ paths: { "/a": { get: { parameters: [{ content: { "a/b": { schema: it } } }] } } } }),
  ],
  ["a request body", (it) => ({ paths: { "/a": { post: { requestBody: { content: { "a/b": { schema: it } } } } } } })],
  [
    "a response",
    (it) => ({ paths: { "/a": { get: { responses: { "200": { content: { "a/b": { schema: it } } } } } } } }),
  ],
  [
    "a header of a response",
    (it) => ({ paths: { "/a": { get: { responses: { default: { headers: { "x-rate": { schema: it } } } } } } } }),
  ],
  [
    "a header of a part",
    (it) => ({
      components: {
        requestBodies: { A: { content: { "a/b": { encoding: { p: { headers: { h: { schema: it } } } } } } } },
      },
    }),
  ],
  [
    "a callback",
    (it) => ({
      components: { callbacks: { A: { "{$url}": { post: { requestBody: { content: { "a/b": { schema: it } } } } } } } },
    }),
  ],
  ["a component called x-a", (it) => ({ components: { schemas: { "x-a": it } } })],
];

test.each(places)("a schema is upgraded in %s", (_, make) => {
  expect(upgraded(make(old))).toEqual({ ...make(now), openapi: "3.1.1" });
});

const values: readonly (readonly [where: string, holder: (it: unknown) => PlainObject])[] = [
  ["default", (it) => schema({ default: it })],
  ["enum", (it) => schema({ enum: [it] })],
  ["const", (it) => schema({ const: it })],
  ["an extension of a schema", (it) => schema({ "x-a": { properties: { a: it } } })],
  ["an extension of the paths", (it) => ({ paths: { "x-a": { get: { parameters: [{ schema: it }] } } } })],
  [
    "an extension of the responses",
    (it) => ({ paths: { "/a": { get: { responses: { "x-a": { content: { "a/b": { schema: it } } } } } } } }),
  ],
  [
    "examples of a media type",
    (it) => ({
      components: { responses: { A: { content: { "a/b": { example: it, examples: { a: { value: it } } } } } } },
    }),
  ],
  ["an example of a parameter", (it) => ({ components: { parameters: { A: { example: it } } } })],
];

test.each(values)("what looks like a schema is left alone in %s", (_, make) => {
  expect(upgraded(make({ ...old, example: 1 }))).toEqual({ ...make({ ...old, example: 1 }), openapi: "3.1.1" });
});

test("what does not change stays the same object, and nothing given is changed", () => {
  const same = { type: "object", properties: { a: { type: "string" } } };
  const given = deepFreeze({
    openapi: "3.0.0",
    components: { schemas: { same, other: { type: "string", nullable: true } } },
    paths: { "/a": {} },
  });
  const made = upgradeV30ToV31(given, context()) as typeof given;
  expect(made.components.schemas.same).toBe(same);
  expect(made.paths).toBe(given.paths);
  expect(made.components.schemas.other).toEqual({ type: ["string", "null"] });
});

test("keys that objects already have are names like any other", () => {
  const given = JSON.parse(
    '{"components":{"schemas":{"__proto__":{"type":"string","nullable":true},"constructor":{"properties":{"__proto__":{"nullable":true,"type":"string"},"toString":{"type":"string"}}}}}}',
  );
  const { components } = upgraded(given) as { components: { schemas: object } };
  expect(JSON.stringify(components)).toBe(
    '{"schemas":{"__proto__":{"type":["string","null"]},"constructor":{"properties":{"__proto__":{"type":["string","null"]},"toString":{"type":"string"}}}}}',
  );
  expect(Object.getPrototypeOf(components.schemas)).toBe(Object.prototype);
});

const moved = `openapi: 3.0.3
components:
  schemas:
    A:
      type: object
      properties:
        b:
          description: B
          allOf:
            - $ref: "#/components/schemas/A"
          nullable: true
        c:
          type: integer
          example: 7
          nullable: true
`;
test.each([
  ["b", "8:11"],
  ["b/description", "8:24"],
  ["b/anyOf/0", "8:11"],
  ["b/anyOf/0/allOf/0/$ref", "10:21"],
  ["b/anyOf/1", "11:21"],
  ["c/example", "14:20"],
  ["c/type", "13:17"],
])("%s is shown where its author wrote it", async (pointer, place) => {
  const { at } = await loaded({ "a.yaml": moved });
  expect(at(`/components/schemas/A/properties/${pointer}`)).toBe(`a.yaml:${place}`);
});

test("a step sees to what stands beside a reference, whoever else looks on", () => {
  expect(upgraded(schema({ ...ref, type: "string" }))).toMatchObject(schema(ref));
  expect(upgraded(schema({ ...ref, type: "string" }))).not.toHaveProperty("components.schemas.S.type");
});

const context = (): Upgrade => ({
  start: { origin: { source: 0, pointer: "" } },
  places: new Places(),
  diagnostics: new Diagnostics(),
  visit: () => ({ keys: new Set() }),
});
const schema = (it: object): PlainObject => ({ components: { schemas: { S: it } } });
const upgraded = (root: PlainObject): PlainObject => upgradeV30ToV31(root, context());

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
