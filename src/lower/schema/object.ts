import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { Extra, Property, Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { lowerDoc } from "../doc.js";
import { lowerGiven } from "../given.js";
import { accessOf } from "./access.js";
import { union } from "../../ir/algebra.js";
import { COMBINING, isCombination } from "./combination.js";
import { boundsBeside, numbersOf } from "./scalar.js";
import { lowerSchema } from "./schema.js";
import { membersOf } from "./subtract.js";
import { isSpokenOfBeside } from "./unevaluated.js";

const OTHERS = keywords("additionalProperties", "patternProperties", "unevaluatedProperties");
const SIZES = keywords("minProperties", "maxProperties");

/** `properties`, `required` and what is said of the other keys. */
export function lowerObject(ctx: Lowering, schema: Cursor): Type {
  const required = new Set(schema.texts("required"));
  const named = schema.entries("properties").map(([name, it]) => lowerProperty(ctx, name, it, required.has(name)));
  const others = lowerExtra(ctx, schema);
  const keys = lowerKeys(ctx, schema);
  const isWhole = keys === undefined && named.filter((it) => required.has(it.wireName)).length === required.size;
  const properties = isWhole
    ? named
    : [...named, ...unnamedProperties(schema, named, [...required, ...(keys ?? [])], others, required)];
  const extra: Extra = keys === undefined ? others : { kind: "closed" };
  const check = numbersOf(schema, SIZES);
  return { kind: "object", properties, extra, ...(check && { check }) };
}

function lowerProperty(ctx: Lowering, wireName: string, schema: Cursor, required: boolean): Property {
  // Up to draft 3 of JSON Schema this was how a property was required, and many still write it so.
  const flagged = schema.flag("required") === true;
  if (flagged)
    ctx.diagnostics.report("schema/required-flag", (schema.get("required") ?? schema).origin, { name: wireName });
  const check = schema.hasAny(COMBINING) ? checkBeside(ctx, schema) : undefined;
  const property: Property = {
    wireName,
    type: lowerSchema(ctx, schema),
    required: required || flagged,
    access: accessOf(schema),
    origin: schema.origin,
    doc: lowerDoc(ctx, schema),
  };
  // Nearly all have neither, and to spread is slow.
  if (check === undefined && !schema.has("default")) return property;
  return { ...property, ...(check && { check }), ...lowerDefault(ctx, schema) };
}

/** What is said beside a reference or several statements. */
function checkBeside(ctx: Lowering, schema: Cursor): Property["check"] {
  const stated = besideNull(schema);
  return stated.has("$ref") || isCombination(stated) ? boundsBeside(ctx, stated) : undefined;
}

/** What is said of the values other than null, where the upgrade of `nullable` or an author has put that beside them. */
function besideNull(schema: Cursor): Cursor {
  if (!schema.has("anyOf")) return schema;
  const [only = schema, ...others] = schema.items("anyOf").filter((it) => it.text("type") !== "null");
  return others.length === 0 ? only : schema;
}

/** The value that holds where none is given (JSON Schema 2020-12, Validation, section 9.2): it makes nothing required. */
export function lowerDefault(ctx: Lowering, schema: Cursor): Pick<Property, "fallback"> {
  const fallback = schema.get("default");
  return fallback === undefined ? {} : { fallback: lowerGiven(ctx, fallback) };
}

/** The keys that `required` or `propertyNames` names and `properties` does not: each is what the other keys are. */
function unnamedProperties(
  schema: Cursor,
  named: readonly Property[],
  keys: readonly string[],
  others: Extra,
  required: ReadonlySet<string>,
): readonly Property[] {
  if (keys.length === 0) return [];
  const known = new Set(named.map((it) => it.wireName));
  return [...new Set(keys)].flatMap((it) =>
    known.has(it) ? [] : [unnamedProperty(schema, it, others, required.has(it))],
  );
}

function unnamedProperty(schema: Cursor, wireName: string, extra: Extra, required: boolean): Property {
  const type: Type = extra.kind === "typed" ? extra.value : { kind: "unknown" };
  const origin = (schema.get(required ? "required" : "propertyNames") ?? schema).origin;
  return { wireName, type, required, access: "both", origin, doc: {} };
}

/** The keys that an object may have, where `propertyNames` lists them and all of them have one type (JSON Schema 2020-12, section 10.3.2.4). */
function lowerKeys(ctx: Lowering, schema: Cursor): readonly string[] | undefined {
  const names = schema.get("propertyNames");
  if (names === undefined || schema.has("patternProperties")) return undefined;
  const members = membersOf(ctx, lowerSchema(ctx, names), schema);
  const keys = members.flatMap(({ type }) =>
    type.kind === "literal" && typeof type.value === "string" ? [type.value] : [],
  );
  return keys.length > 0 && keys.length === members.length ? keys : undefined;
}

/**
 * `additionalProperties` and `patternProperties` (JSON Schema 2020-12, section 10.3.2); open when neither is there. Where nothing
 * stands beside the object, `unevaluatedProperties` is the same as the first.
 */
function lowerExtra(ctx: Lowering, schema: Cursor): Extra {
  if (!schema.hasAny(OTHERS)) return { kind: "open" };
  const unevaluated = isSpokenOfBeside(schema) ? undefined : schema.get("unevaluatedProperties");
  const additional = schema.get("additionalProperties") ?? unevaluated;
  const patterns = schema.entries("patternProperties").map(([, it]) => lowerSchema(ctx, it));
  const rest: readonly Type[] =
    additional === undefined ? (patterns.length === 0 ? [] : [{ kind: "unknown" }]) : [lowerSchema(ctx, additional)];
  const values = [...patterns, ...rest].filter((it) => it.kind !== "never");
  if (additional === undefined && patterns.length === 0) return { kind: "open" };
  if (values.length === 0) return { kind: "closed" };
  const value = union(values);
  return value.kind === "unknown" ? { kind: "open" } : { kind: "typed", value };
}
