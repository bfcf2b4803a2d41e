import { expect, test } from "vitest";
import { generateSdk } from "../../support/sdk.js";

const text = { type: "string" };
const object = (properties: object): object => ({ type: "object", properties });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const each = <T>(count: number, make: (name: string, i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(`n${String(i).padStart(6, "0")}`, i));
const properties = (count: number, make: (name: string, i: number) => object): object =>
  object(Object.fromEntries(each(count, (name, i) => [name, make(name, i)])));

/** Schemas that have as many parts as is said, which differ in no more than a few letters or a number. */
const schemas: Readonly<Record<string, (count: number) => object>> = {
  "alternatives of other properties": (count) => ({
    anyOf: each(count, (name) => object({ [name]: text, b: text, c: text, d: text })),
  }),
  "alternatives of other bounds": (count) => ({
    anyOf: each(count, (_, i) => object({ a: { ...text, minLength: i } })),
  }),
  "alternatives that a value tells apart": (count) => ({
    oneOf: each(count, (name) => ({ ...object({ kind: { const: name }, b: text, c: text }), required: ["kind"] })),
  }),
  "objects that hold at once": (count) => ({ allOf: each(count, (name) => object({ [name]: text })) }),
  "texts that hold at once": (count) => ({ allOf: each(count, (_, i) => ({ ...text, minLength: i })) }),
  "large objects of other properties": (count) =>
    properties(count, (name) => object(Object.fromEntries(each(5, (_, i) => [`${i}${name}`, text])))),
  "large objects of other bounds": (count) =>
    properties(count, (_, i) => object({ a: { ...text, minLength: i }, b: text, c: text, d: text })),
  "large objects that are described otherwise": (count) =>
    properties(count, (name) => object({ a: { ...text, description: `Of ${name}.` }, b: text, c: text, d: text })),
  "values of one alternative": (count) => ({
    oneOf: [ref("A"), ref("B")],
    discriminator: {
      propertyName: "kind",
      mapping: Object.fromEntries(each(count, (name) => [name, "#/components/schemas/A"])),
    },
  }),
  "brackets that nothing closes": (count) => object({ a: { ...text, description: "[a](".repeat(count * 5) } }),
};

const apiOf = (schema: object): object => ({
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  servers: [{ url: "https://a.example" }],
  paths: {
    "/a": {
      get: {
        operationId: "getA",
        responses: { 200: { description: "All.", content: { "application/json": { schema } } } },
      },
    },
  },
  components: { schemas: { A: object({ kind: text, a: text }), B: object({ kind: text, b: text }) } },
});

/** Seconds of the processor, which do not depend on what else the machine does: the least of two tries. */
async function secondsFor(api: object): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 2; i++) {
    const before = process.cpuUsage();
    const { files } = await generateSdk({ "api.json": JSON.stringify(api) });
    const { user, system } = process.cpuUsage(before);
    expect(files).toHaveProperty(["operations/a.ts"]);
    times.push((user + system) / 1e6);
  }
  return Math.min(...times);
}

test.each(Object.entries(schemas))("eight times as many %s take about eight times as long", async (_, schema) => {
  await secondsFor(apiOf(schema(1_000)));
  const [once, eight] = [await secondsFor(apiOf(schema(1_000))), await secondsFor(apiOf(schema(8_000)))];
  expect(eight / once).toBeLessThan(24);
});

/** Operations that ask for one parameter by a reference that leads on to eight others for each of them. */
const chained = (count: number): object => {
  const parameter = (i: number): object => ({ $ref: `#/components/parameters/p${i}` });
  const path = { get: { parameters: [parameter(0)], responses: {} } };
  const chain = each(count * 8, (_, i) => [`p${i}`, parameter(i + 1)]);
  const end = { [`p${count * 8}`]: { name: "q", in: "query", schema: text } };
  return {
    ...apiOf({}),
    paths: Object.fromEntries(each(count, (name) => [`/a/${name}`, path])),
    components: { parameters: { ...Object.fromEntries(chain), ...end } },
  };
};

test("eight times as many references that lead on eight times as long take about eight times as long", async () => {
  await secondsFor(chained(125));
  const [once, eight] = [await secondsFor(chained(125)), await secondsFor(chained(1_000))];
  expect(eight / once).toBeLessThan(16);
});

/** Schemas of which each two are made of the next two, so that 2^24 ways lead to the last. */
const layers = each(24, (_, i) =>
  [`a${i}`, `b${i}`].map((name) => [name, { allOf: [ref(`a${i + 1}`), ref(`b${i + 1}`)] }]),
);
const last = { type: "object", required: ["id"] };

test("what is extended by many ways is looked at once", async () => {
  const seconds = await secondsFor({
    ...apiOf({}),
    components: { schemas: { ...Object.fromEntries(layers.flat()), a24: last, b24: last } },
  });
  expect(seconds).toBeLessThan(5);
});

/** A call takes no more arguments than fit on the stack, which are about 120,000. */
test.each([
  ["properties", properties(200_000, () => ref("A"))],
  ["alternatives", { oneOf: each(200_000, (_, i) => ({ const: i })) }],
  ["schemas that hold at once", { allOf: each(200_000, () => ref("A")), required: ["a"] }],
  ["values of an alternative", schemas["values of one alternative"]?.(200_000)],
  ["backticks of a pattern", { ...text, pattern: "` ".repeat(200_000) }],
])("there may be more %s than a call takes arguments", async (_, schema = {}) => {
  const { files } = await generateSdk({ "api.json": JSON.stringify(apiOf(object({ inside: schema }))) });
  expect(files).toHaveProperty(["operations/a.ts"]);
});
