import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import { reportNonSchema } from "../../document/non-schema.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { lowerArray } from "./array.js";
import { isCombination, lowerCombination } from "./combination.js";
import { lowerConst, lowerEnum } from "./enum.js";
import { lowerObject } from "./object.js";
import { lowerOnce } from "./once.js";
import { lowerReference } from "./reference.js";
import { lowerNumber, lowerString } from "./scalar.js";
import { union } from "./algebra.js";
import { restricted } from "./restrict.js";
import { typeNameOf } from "./type-name.js";
import { reportUnread } from "./unread.js";

/** One way of reading a schema: the first rule that matches converts. */
interface Rule {
  readonly match: (schema: Cursor) => boolean;
  readonly convert: (ctx: Lowering, schema: Cursor) => Type;
}

function hasAny(...names: readonly string[]): Rule["match"] {
  const any = keywords(...names);
  return (schema) => schema.hasAny(any);
}
const always = (type: Type) => (): Type => type;

/** What a schema says by itself, its applicators (`allOf`, `oneOf`, `anyOf`, `$ref`) aside. */
const plainRules: readonly Rule[] = [
  { match: hasAny("const"), convert: lowerConst },
  { match: hasAny("enum"), convert: lowerEnum },
  { match: hasAny("type"), convert: lowerTypes },
  // Without a type, the keywords tell which values the author had in mind.
  {
    match: hasAny("properties", "additionalProperties", "patternProperties", "unevaluatedProperties", "propertyNames"),
    convert: lowerObject,
  },
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

export const lowerSchema = (ctx: Lowering, schema: Cursor): Type =>
  declaredAt(ctx, schema) ?? lowerDeclared(ctx, schema);

/** A schema without what takes something away from it: what stands beside it may have to be known for that (see `restrict.ts`). */
export const lowerUnrestricted = (ctx: Lowering, schema: Cursor): Type =>
  declaredAt(ctx, schema) ?? lowerRules(ctx, schema);

/** What a declaration is made of, wherever it stands. */
export const lowerDeclared = (ctx: Lowering, schema: Cursor): Type => restricted(ctx, schema, lowerRules(ctx, schema));

/** The reference in the place of a schema that others refer to where it stands. */
const declaredAt = (ctx: Lowering, schema: Cursor): Type | undefined =>
  ctx.inner.size > 0 && ctx.inner.has(schema.pointer)
    ? { kind: "ref", id: ctx.declare(schema), isHere: true }
    : undefined;

const lowerRules = (ctx: Lowering, schema: Cursor): Type =>
  schema.has("properties") ? lowerOnce(ctx, schema, lowerEach) : lowerEach(ctx, schema);

function lowerEach(ctx: Lowering, schema: Cursor): Type {
  reportUnread(ctx, schema);
  return apply(rules, ctx, schema);
}
export const lowerPlain = (ctx: Lowering, schema: Cursor): Type => apply(plainRules, ctx, schema);

function apply(table: readonly Rule[], ctx: Lowering, schema: Cursor): Type {
  const rule = table.find(({ match }) => match(schema));
  return rule === undefined ? { kind: "unknown" } : rule.convert(ctx, schema);
}

/** `type: string`, or `type: [string, "null"]`, where each type takes the keywords that speak of it. */
function lowerTypes(ctx: Lowering, schema: Cursor): Type {
  const type = schema.get("type");
  if (type === undefined || !Array.isArray(type.value)) return lowerType(ctx, schema, type);
  return union(type.items().map((it) => lowerType(ctx, schema, it)));
}

function lowerType(ctx: Lowering, schema: Cursor, type: Cursor | undefined): Type {
  const rule = TYPE_RULES.get(typeNameOf(ctx, schema, type) ?? "");
  return rule === undefined ? { kind: "unknown" } : rule(ctx, schema);
}

/** A Map, since the keys of a plain object include `constructor`. */
const TYPE_RULES: ReadonlyMap<string, Rule["convert"]> = new Map<string, Rule["convert"]>([
  ["null", always({ kind: "null" })],
  ["boolean", always({ kind: "boolean" })],
  ["integer", (ctx, schema) => lowerNumber(ctx, schema, true)],
  ["number", (ctx, schema) => lowerNumber(ctx, schema, false)],
  ["string", lowerString],
  ["array", lowerArray],
  ["object", lowerObject],
  ["file", always({ kind: "bytes", encoding: "raw" })],
]);

function notASchema(ctx: Lowering, schema: Cursor): Type {
  reportNonSchema(schema.value, schema.origin, ctx.diagnostics);
  return { kind: "unknown" };
}
