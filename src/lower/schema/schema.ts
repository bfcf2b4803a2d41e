import type { Cursor } from "../../document/cursor.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { lowerArray } from "./array.js";
import { isCombination, lowerCombination } from "./combination.js";
import { lowerConst, lowerEnum } from "./enum.js";
import { lowerObject } from "./object.js";
import { lowerReference } from "./reference.js";
import { lowerNumber, lowerString } from "./scalar.js";
import { union } from "./algebra.js";

/** One way of reading a schema: the first rule that matches converts. */
interface Rule {
  readonly match: (schema: Cursor) => boolean;
  readonly convert: (ctx: Lowering, schema: Cursor) => Type;
}

const hasType =
  (type: string) =>
  (schema: Cursor): boolean =>
    schema.text("type") === type;
const hasAny =
  (...keywords: readonly string[]) =>
  (schema: Cursor): boolean =>
    keywords.some((it) => schema.has(it));
const always =
  (type: Type) =>
  (): Type =>
    type;

/** What a schema says by itself, its applicators (`allOf`, `oneOf`, `anyOf`, `$ref`) aside. */
const plainRules: readonly Rule[] = [
  { match: hasAny("const"), convert: lowerConst },
  { match: hasAny("enum"), convert: lowerEnum },
  { match: (schema) => Array.isArray(schema.get("type")?.value), convert: lowerTypeList },
  { match: hasType("null"), convert: always({ kind: "null" }) },
  { match: hasType("boolean"), convert: always({ kind: "boolean" }) },
  { match: hasType("integer"), convert: lowerNumber },
  { match: hasType("number"), convert: lowerNumber },
  { match: hasType("string"), convert: lowerString },
  { match: hasType("array"), convert: lowerArray },
  { match: hasType("object"), convert: lowerObject },
  { match: (schema) => schema.has("type"), convert: unknownType },
  // Without a type, the keywords tell which values the author had in mind.
  { match: hasAny("properties", "additionalProperties", "patternProperties"), convert: lowerObject },
  { match: hasAny("items", "prefixItems"), convert: lowerArray },
  { match: hasAny("pattern", "minLength", "maxLength"), convert: lowerString },
  { match: hasAny("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), convert: lowerNumber },
  { match: () => true, convert: always({ kind: "unknown" }) },
];

/** The schema rules, first match first (JSON Schema 2020-12; OpenAPI 3.1, section 4.8.24). */
const rules: readonly Rule[] = [
  { match: (schema) => schema.value === true, convert: always({ kind: "unknown" }) },
  { match: (schema) => schema.value === false, convert: always({ kind: "never" }) },
  { match: (schema) => !schema.isObject, convert: notASchema },
  { match: (schema) => schema.text("$ref") !== undefined && !isCombination(schema), convert: lowerReference },
  { match: isCombination, convert: lowerCombination },
  ...plainRules,
];

export const lowerSchema = (ctx: Lowering, schema: Cursor): Type => apply(rules, ctx, schema);
export const lowerPlain = (ctx: Lowering, schema: Cursor): Type => apply(plainRules, ctx, schema);

function apply(table: readonly Rule[], ctx: Lowering, schema: Cursor): Type {
  const rule = table.find(({ match }) => match(schema));
  return rule === undefined ? { kind: "unknown" } : rule.convert(ctx, schema);
}

/** `type: [string, "null"]`: each type takes the keywords that speak of it. */
function lowerTypeList(ctx: Lowering, schema: Cursor): Type {
  return union(
    schema.items("type").map((it) => {
      const rule = TYPE_RULES.get(it.value);
      return rule === undefined ? unknownType(ctx, schema, it) : rule(ctx, schema);
    }),
  );
}

/** A Map, since the keys of a plain object include `constructor`. */
const TYPE_RULES: ReadonlyMap<unknown, Rule["convert"]> = new Map<unknown, Rule["convert"]>([
  ["null", always({ kind: "null" })],
  ["boolean", always({ kind: "boolean" })],
  ["integer", (ctx, schema) => lowerNumber(ctx, schema, true)],
  ["number", (ctx, schema) => lowerNumber(ctx, schema, false)],
  ["string", lowerString],
  ["array", lowerArray],
  ["object", lowerObject],
]);

function unknownType(ctx: Lowering, schema: Cursor, type = schema.get("type")): Type {
  ctx.diagnostics.report("schema/unknown-type", type?.origin ?? schema.origin, { type: JSON.stringify(type?.value) });
  return { kind: "unknown" };
}

function notASchema(ctx: Lowering, schema: Cursor): Type {
  ctx.diagnostics.report("schema/not-a-schema", schema.origin, {});
  return { kind: "unknown" };
}
