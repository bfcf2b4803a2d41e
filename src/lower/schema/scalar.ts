import type { Cursor } from "../../document/cursor.js";
import { isInexact } from "../../document/digits.js";
import type { Bound, NumberCheck, StringCheck, Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";

export function lowerNumber(ctx: Lowering, schema: Cursor, integer = schema.text("type") === "integer"): Type {
  const format = schema.text("format");
  const check = boundsOf(ctx, schema);
  return { kind: "number", integer, ...(format && { format }), ...(check && { check }) };
}

function boundsOf(ctx: Lowering, schema: Cursor): NumberCheck | undefined {
  const numbers = numbersOf(schema, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]);
  if (numbers === undefined || !Object.values(numbers).some(isInexact)) return numbers;
  const exact = Object.entries(numbers).map(([keyword, number]): [string, Bound] => {
    const node = schema.get(keyword);
    return [keyword, (node && ctx.digits(node)) ?? number];
  });
  return Object.fromEntries(exact);
}

/** A string; bytes where `format` (OpenAPI 3.0) or `contentEncoding` (JSON Schema 2020-12) says that it stands for them. */
export function lowerString(_: Lowering, schema: Cursor): Type {
  const format = schema.text("format");
  const encoding = schema.text("contentEncoding");
  if (format === "binary") return { kind: "bytes", encoding: "raw" };
  if (format === "byte" || encoding === "base64") return { kind: "bytes", encoding: "base64" };
  if (encoding === "base64url") return { kind: "bytes", encoding };
  const lengths = numbersOf(schema, ["minLength", "maxLength"]);
  const pattern = schema.text("pattern");
  const check: StringCheck | undefined = pattern === undefined ? lengths : { ...lengths, pattern };
  return { kind: "string", ...(format && { format }), ...(check && { check }) };
}

/** Those of the keywords that hold a number; undefined when none does. */
export function numbersOf<K extends string>(
  schema: Cursor,
  keywords: readonly K[],
): Partial<Record<K, number>> | undefined {
  const found: Partial<Record<K, number>> = {};
  for (const keyword of keywords) {
    const value = schema.number(keyword);
    if (value !== undefined) found[keyword] = value;
  }
  return Object.keys(found).length === 0 ? undefined : found;
}
