import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { compileAlone } from "../support/compile.js";
import { generateSdk } from "../support/sdk.js";

interface Case {
  readonly schema: object;
  /** Values that are valid or not; which of both is asked of a validator. */
  readonly values: readonly unknown[];
}

const props = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });
const text = { type: "string" };
const whole = { type: "integer" };
const ref = (name: string): object => ({ $ref: `#/$defs/${name}` });

/** What the cases refer to. */
const shared = {
  Color: { enum: ["red", "green", "blue"] },
  Base: props({ id: whole, color: ref("Color") }, { required: ["id"] }),
  Tree: props({ kids: { type: "array", items: ref("Tree") } }),
};

/** Schemas of which openapi-typescript knows too little: our types are held against what JSON Schema itself says of values. */
const cases: Readonly<Record<string, Case>> = {
  NotAValue: { schema: { allOf: [ref("Color"), { not: { const: "red" } }] }, values: ["red", "green", "blue", "x"] },
  NotAType: { schema: { type: ["string", "integer", "null"], not: { type: "null" } }, values: ["a", 1, null, true] },
  NotText: { schema: { not: text }, values: ["a", 1, null, true, [], {}] },
  NotAny: {
    schema: props({ a: text }, { not: { anyOf: [{ required: ["b"] }, { required: ["c"] }] } }),
    values: [{}, { a: "a" }, { b: 1 }, { c: 1 }],
  },
  NotBoth: {
    schema: props({ a: text, b: text }, { not: { required: ["a", "b"] } }),
    values: [{}, { a: "a" }, { b: "b" }, { a: "a", b: "b" }],
  },
  NotInside: {
    schema: props({ color: ref("Color") }, { not: { required: ["color"], properties: { color: { const: "red" } } } }),
    values: [{}, { color: "red" }, { color: "blue" }],
  },
  NotNot: { schema: { not: { not: text } }, values: ["a", 1, null] },
  Flag: { schema: { type: "boolean", not: { const: false } }, values: [true, false] },
  OneKey: {
    schema: props(
      { a: text, b: text },
      {
        oneOf: [
          { required: ["a"], not: { required: ["b"] } },
          { required: ["b"], not: { required: ["a"] } },
        ],
      },
    ),
    values: [{}, { a: "a" }, { b: "b" }, { a: "a", b: "b" }],
  },
  If: {
    schema: props(
      { by: { enum: ["card", "cash"] }, number: text },
      {
        required: ["by"],
        if: { properties: { by: { const: "card" } } },
        then: { required: ["number"] },
        else: { properties: { number: false } },
      },
    ),
    values: [{ by: "card" }, { by: "cash" }, { by: "card", number: "1" }, { by: "cash", number: "1" }, { number: "1" }],
  },
  IfSeveral: {
    schema: props(
      { kind: { enum: ["a", "b"] }, size: { enum: [1, 2] } },
      {
        if: { properties: { kind: { const: "a" }, size: { const: 1 } }, required: ["kind", "size"] },
        then: { required: ["x"] },
      },
    ),
    values: [
      {},
      { kind: "a" },
      { kind: "a", size: 2 },
      { kind: "a", size: 1 },
      { kind: "a", size: 1, x: 0 },
      { kind: "b", size: 1 },
    ],
  },
  DependentKeys: {
    schema: props({ card: text, bill: text }, { dependentRequired: { card: ["bill"] } }),
    values: [{}, { bill: "b" }, { card: "c" }, { card: "c", bill: "b" }],
  },
  DependentSchema: {
    schema: props(
      { child: { type: "boolean" } },
      { dependentSchemas: { child: props({ age: whole }, { required: ["age"] }) } },
    ),
    values: [{}, { child: true }, { child: true, age: 1 }, { child: true, age: "1" }],
  },
  Closed: {
    schema: { allOf: [ref("Base")], properties: { name: text }, unevaluatedProperties: false },
    values: [{ id: 1 }, { id: 1, name: "a" }, { id: 1, other: 1 }, { name: "a" }],
  },
  Labels: {
    schema: { allOf: [ref("Base")], unevaluatedProperties: text },
    values: [{ id: 1 }, { id: 1, label: "a" }, { id: 1, label: true }, { label: "a" }],
  },
  Keys: {
    schema: { type: "object", propertyNames: { enum: ["day", "week"] }, additionalProperties: whole },
    values: [{}, { day: 1 }, { week: 2, day: 1 }, { month: 1 }, { day: "1" }],
  },
  AllOfRequired: {
    schema: { allOf: [ref("Base"), { required: ["color"] }] },
    values: [{ id: 1 }, { id: 1, color: "red" }, { color: "red" }],
  },
  Recursive: {
    schema: { allOf: [ref("Tree")], required: ["kids"] },
    values: [{}, { kids: [] }, { kids: [{}] }, { kids: [1] }],
  },
  OneOfBeside: {
    schema: props(
      { id: whole },
      { required: ["id"], oneOf: [props({ a: text }, { required: ["a"] }), props({ b: whole }, { required: ["b"] })] },
    ),
    values: [{ id: 1 }, { id: 1, a: "a" }, { id: 1, b: 1 }, { a: "a" }, { id: 1, a: 1 }],
  },
  AnyOfRequired: {
    schema: props({ a: text, b: text }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
    values: [{}, { a: "a" }, { b: "b" }, { a: "a", b: "b" }, { a: 1 }],
  },
  Nested: {
    schema: {
      allOf: [
        { allOf: [ref("Base"), { not: { required: ["x"] } }] },
        { anyOf: [{ required: ["color"] }, props({ y: text }, { required: ["y"] })] },
      ],
    },
    values: [{ id: 1 }, { id: 1, color: "red" }, { id: 1, y: "y" }, { id: 1, y: "y", x: 1 }, { y: "y" }],
  },
  ObjectOrList: {
    schema: { type: ["object", "array"], properties: { a: text }, required: ["a"], items: whole },
    values: [{ a: "a" }, {}, [1], ["a"], "a"],
  },
  TwoLists: {
    schema: { allOf: [ref("Color"), { enum: ["green", "blue", "black"] }] },
    values: ["red", "green", "blue", "black"],
  },
  MaybeBase: { schema: { anyOf: [ref("Base"), { type: "null" }] }, values: [null, { id: 1 }, {}, "a"] },
  NotNull: {
    schema: { allOf: [{ anyOf: [ref("Base"), { type: "null" }] }, { not: { type: "null" } }] },
    values: [null, { id: 1 }, {}],
  },
  RequiredOnly: {
    schema: { type: "object", required: ["a"], additionalProperties: text },
    values: [{}, { a: "a" }, { a: 1 }, { a: "a", b: "b" }],
  },
  Fixed: {
    schema: { type: "array", prefixItems: [text, whole], items: false, minItems: 2 },
    values: [["a", 1], ["a"], ["a", 1, 2], [1, "a"]],
  },
  IfInUnion: {
    schema: {
      oneOf: [
        props(
          { t: { const: "a" }, n: { enum: [1, 2] } },
          { required: ["t"], if: { properties: { n: { const: 1 } }, required: ["n"] }, then: { required: ["m"] } },
        ),
        props({ t: { const: "b" } }, { required: ["t"] }),
      ],
    },
    values: [{ t: "a" }, { t: "a", n: 1 }, { t: "a", n: 1, m: 0 }, { t: "a", n: 2 }, { t: "b" }, {}],
  },
  TwoDependents: {
    schema: props({ a: text, b: text, c: text }, { dependentRequired: { a: ["b"], b: ["c"] } }),
    values: [
      {},
      { c: "c" },
      { b: "b" },
      { b: "b", c: "c" },
      { a: "a", b: "b", c: "c" },
      { a: "a", b: "b" },
      { a: "a", c: "c" },
    ],
  },
  Never: { schema: props({ gone: false, on: true }), values: [{}, { on: 1 }, { gone: 1 }] },
  Tuple: {
    schema: { type: "array", minItems: 2, maxItems: 2, items: whole },
    values: [[1, 2], [1], [1, 2, 3], ["a", 1]],
  },
  UpTo: {
    schema: { type: "array", prefixItems: [text, whole], minItems: 1, maxItems: 2 },
    values: [[], ["a"], ["a", 1], ["a", 1, 2], [1]],
  },
  FewerThanNamed: {
    schema: { prefixItems: [text, whole], minItems: 0, items: text },
    values: [[], ["a", 1, "b"], [1]],
  },
  ClosedList: { schema: { prefixItems: [text], minItems: 1, unevaluatedItems: false }, values: [["a"], ["a", 1]] },
  LabelsBesideDependent: {
    schema: props({ k: text }, { unevaluatedProperties: text, dependentSchemas: { k: props({ n: whole }) } }),
    values: [
      { k: "a", n: 1 },
      { k: "a", n: 1, other: "b" },
      { k: "a", other: true },
    ],
  },
  LabelsBesideReference: {
    schema: { ...ref("Base"), unevaluatedProperties: text },
    values: [
      { id: 1, other: "b" },
      { id: 1, other: true },
    ],
  },
  Mixed: { schema: { enum: ["a", 1, null, true] }, values: ["a", 1, null, true, false, "b", 2] },
};

test("each value is assignable where JSON Schema finds it valid, and nowhere else", async () => {
  const openapi = { openapi: "3.1.1", info: { title: "T", version: "1" }, paths: {} };
  const schemas = { ...shared, ...Object.fromEntries(Object.entries(cases).map(([name, it]) => [name, it.schema])) };
  const description = JSON.stringify({ ...openapi, components: { schemas } }).replaceAll(
    "#/$defs/",
    "#/components/schemas/",
  );
  const { files, diagnostics } = await generateSdk({ "api.json": description });
  expect(diagnostics).toEqual([]);
  const told = Object.entries(cases).flatMap(([name, { schema, values }]) => {
    const isValid = new Ajv2020({ strict: false }).compile({ ...schema, $defs: shared });
    return values.map((value) => ({ name, value: JSON.stringify(value), isValid: isValid(value) }));
  });
  const lines = told.map(({ name, value }, i) => `export const value${i}: Sdk.${name} = ${value};`);
  const usage = [`import type * as Sdk from "./sdk/index.js";`, ...lines, ""].join("\n");
  const sdk = Object.fromEntries(Object.entries(files).map(([path, it]) => [`sdk/${path}`, it]));
  // The lines that follow one are indented and say more of it.
  const errors = (await compileAlone({ ...sdk, "values.ts": usage })).filter((it) => !it.startsWith(" "));
  const lineOf = (error: string): number => Number(/^values\.ts\((\d+),/.exec(error)?.[1] ?? NaN);
  expect(errors.filter((it) => Number.isNaN(lineOf(it)))).toEqual([]);
  const refused = new Set(errors.map((it) => lineOf(it) - 2));
  expect(told.filter((it, i) => it.isValid === refused.has(i))).toEqual([]);
});
