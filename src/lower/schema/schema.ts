import type { Cursor } from "../../document/cursor.js";
import { keywords, type Keywords } from "../../document/keywords.js";
import { reportNonSchema } from "../../document/non-schema.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { lowerArray } from "./array.js";
import { COMBINING, isCombination, lowerCombination } from "./combination.js";
import { lowerConst, lowerEnum } from "./enum.js";
import { lowerObject } from "./object.js";
import { lowerOnce } from "./once.js";
import { lowerReference } from "./reference.js";
import { lowerNumber, lowerString } from "./scalar.js";
import { union } from "../../ir/algebra.js";
import { restricted } from "./restrict.js";
import { typeNameOf } from "./type-name.js";
import { reportUnread } from "./unread.js";

/** One way of reading a schema: the first rule that matches converts. */
interface Rule {
  /** It speaks of schemas that have one of these. */
  readonly keywords: Keywords;
  /** Which of them; all without it. */
  readonly match?: (schema: Cursor) => boolean;
  readonly convert: (ctx: Lowering, schema: Cursor) => Type;
}

const always = (type: Type) => (): Type => type;

/** What a schema says by itself, its applicators (`allOf`, `oneOf`, `anyOf`, `$ref`) aside. */
const plainRules: readonly Rule[] = [
  { keywords: keywords("const"), convert: lowerConst },
  { keywords: keywords("enum"), convert: lowerEnum },
  { keywords: keywords("type"), convert: lowerTypes },
  // Without a type, the keywords tell which values the author had in mind.
  {
    keywords: keywords(
      "properties",
      "additionalProperties",
      "patternProperties",
      "unevaluatedProperties",
      "propertyNames",
    ),
    convert: lowerObject,
  },
  { keywords: keywords("items", "prefixItems"), convert: lowerArray },
  { keywords: keywords("pattern", "minLength", "maxLength"), convert: lowerString },
  {
    keywords: keywords("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    convert: lowerNumber,
  },
];

/** The schema rules, first match first (JSON Schema 2020-12; OpenAPI 3.1, section 4.8.24). */
const rules: readonly Rule[] = [
  { keywords: COMBINING, match: isCombination, convert: lowerCombination },
  { keywords: keywords("$ref"), match: (schema) => schema.text("$ref") !== undefined, convert: lowerReference },
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
  if (!schema.isObject) return lowerFlag(ctx, schema);
  reportUnread(ctx, schema);
  return apply(rules, ctx, schema);
}
export const lowerPlain = (ctx: Lowering, schema: Cursor): Type => apply(plainRules, ctx, schema);

function apply(table: readonly Rule[], ctx: Lowering, schema: Cursor): Type {
  for (const { keywords, match, convert } of table)
    if (schema.hasAny(keywords) && (match === undefined || match(schema))) return convert(ctx, schema);
  return { kind: "unknown" };
}

/** A schema that is `true` or `false`: it allows all or nothing (JSON Schema 2020-12, section 4.3.2). */
function lowerFlag(ctx: Lowering, schema: Cursor): Type {
  if (typeof schema.value !== "boolean") reportNonSchema(schema.value, schema.origin, ctx.diagnostics);
  return { kind: schema.value === false ? "never" : "unknown" };
}

/** `type: string`, or `type: [string, "null"]`, where each type takes the keywords that speak of it. */
function lowerTypes(ctx: Lowering, schema: Cursor): Type {
  const rule = TYPE_RULES.get(schema.text("type") ?? "");
  if (rule !== undefined) return rule(ctx, schema);
  const type = schema.get("type");
  if (type === undefined || !Array.isArray(type.value)) return lowerType(ctx, schema, type);
  return union(type.items().map((it) => lowerType(ctx, schema, it)));
}

function lowerType(ctx: Lowering, schema: Cursor, type: Cursor | undefined): Type {
  const name = typeNameOf(ctx, schema, type) ?? "";
  if (name === "file") return { kind: "bytes", encoding: "raw" };
  return TYPE_RULES.get(name)?.(ctx, schema) ?? { kind: "unknown" };
}

/** By the names of JSON Schema; a Map, since the keys of a plain object include `constructor`. */
const TYPE_RULES: ReadonlyMap<string, Rule["convert"]> = new Map<string, Rule["convert"]>([
  ["null", always({ kind: "null" })],
  ["boolean", always({ kind: "boolean" })],
  ["integer", (ctx, schema) => lowerNumber(ctx, schema, true)],
  ["number", (ctx, schema) => lowerNumber(ctx, schema, false)],
  ["string", lowerString],
  ["array", lowerArray],
  ["object", lowerObject],
]);
