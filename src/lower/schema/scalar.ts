import type { Cursor } from "../../document/cursor.js";
import type { NumberCheck, StringCheck, Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";

export function lowerNumber(_: Lowering, schema: Cursor, integer = schema.text("type") === "integer"): Type {
  const format = schema.text("format");
  const check = numbersOf(schema, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]);
  return { kind: "number", integer, ...(format && { format }), ...(check && { check: check satisfies NumberCheck }) };
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
