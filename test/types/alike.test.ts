import { expect, test } from "vitest";
import { generateSdk } from "../support/sdk.js";

const text = { type: "string" };
const number = { type: "number" };
const withFirst = (a: object, more: object = {}): object => ({
  type: "object",
  properties: { a, b: text, c: text, d: text },
  ...more,
});

/** The name of the second of two inline schemas that differ as little as can be, and what it is declared as. */
async function declared(one: object, other: object): Promise<string | undefined> {
  const schemas = { Kinds: { type: "object", properties: { one, other } }, Text: text, Tale: text };
  const info = { title: "Kinds", version: "1" };
  const description = { openapi: "3.1.1", info, paths: {}, components: { schemas } };
  const { files } = await generateSdk({ "openapi.json": JSON.stringify(description) });
  return /export (?:type|interface) Kinds_Other .*/.exec(files["types/kinds.ts"] ?? "")?.[0];
}

test("an inline schema like another is an alias of it", async () => {
  expect(await declared(withFirst(text), withFirst(text))).toBe("export type Kinds_Other = Kinds_One;");
});

test("so is each of many that differ in a description from others, in whatever order its properties stand", async () => {
  const words = ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Hh"];
  const end = { d: text, a: text };
  const properties = (start: string, first: object): object =>
    Object.fromEntries(
      words.map((it) => [
        `${start}${it}`,
        { type: "object", properties: { ...first, b: text, c: { ...text, description: it }, ...end } },
      ]),
    );
  const schemas = { Kinds: { type: "object", properties: { ...properties("x", {}), ...properties("y", end) } } };
  const description = { openapi: "3.1.1", info: { title: "Kinds", version: "1" }, paths: {}, components: { schemas } };
  const { files } = await generateSdk({ "openapi.json": JSON.stringify(description) });
  const aliases = words.map((it) => `export type Kinds_Y${it} = Kinds_X${it};`);
  expect(files["types/kinds.ts"]?.match(/export type .*/g)).toEqual(aliases);
});

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const union = (value: string): object => ({
  oneOf: [ref("Text"), ref("Tale")],
  discriminator: { propertyName: "kind", mapping: { [value]: "Text" } },
});

/** What differs, and the first property of each. */
const firsts: readonly (readonly [string, object, object])[] = [
  ["description", { ...text, description: "One." }, { ...text, description: "Two." }],
  ["order in an example", { example: { x: 1, y: 2 } }, { example: { y: 2, x: 1 } }],
  ["length of a list in an example", { example: ["x"] }, { example: ["x", "y"] }],
  ["list in an example", { example: [] }, { example: {} }],
  ["default", { ...text, default: "x" }, { ...text, default: "y" }],
  ["access", text, { ...text, readOnly: true }],
  ["format", text, { ...text, format: "uri" }],
  ["length of a text", { ...text, minLength: 1 }, { ...text, minLength: 2 }],
  ["minimum", { ...number, minimum: 1 }, { ...number, minimum: 2 }],
  ["bounds beside a reference", { ...ref("Text"), minLength: 1 }, { ...ref("Text"), minLength: 2 }],
  ["length of a list", { type: "array", items: text, minItems: 1 }, { type: "array", items: text, minItems: 2 }],
  ["items of a list", { type: "array", items: text }, { type: "array", items: number }],
  ["length of a tuple", { type: "array", prefixItems: [text] }, { type: "array", prefixItems: [text, text] }],
  ["encoding of bytes", { ...text, format: "byte" }, { ...text, contentEncoding: "base64url" }],
  ["value", { const: "x" }, { const: "y" }],
  ["reference", ref("Text"), ref("Tale")],
  ["tag of a union", union("x"), union("y")],
];

test.each(firsts)("one of another %s is not", async (_, one, other) => {
  expect(await declared(withFirst(one), withFirst(other))).toMatch(/ \{$/);
});

const extras = [
  [false, true],
  [text, number],
] as const;

test.each(extras)("nor one with other further properties (%j, %j)", async (one, other) => {
  const [a, b] = [one, other].map((it) => withFirst(text, { additionalProperties: it }));
  expect(await declared(a ?? {}, b ?? {})).toMatch(/ \{$/);
});
