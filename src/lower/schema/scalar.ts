import type { Cursor } from "../../document/cursor.js";
import { isInexact } from "../../document/digits.js";
import { keywords, type Keywords } from "../../document/keywords.js";
import type { Bound, NumberCheck, Property, StringCheck, Type, TypeOf } from "../../ir/types.js";
import type { Lowering } from "../context.js";

export function lowerNumber(ctx: Lowering, schema: Cursor, integer = schema.text("type") === "integer"): Type {
  const format = schema.text("format");
  const check = boundsOf(ctx, schema);
  return { kind: "number", integer, ...(format && { format }), ...(check && { check }) };
}

const BOUNDS = keywords("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
const LENGTHS = keywords("minLength", "maxLength");
/** What is said of texts beside their format. */
const TEXTUAL = keywords("pattern", "contentEncoding", "contentMediaType", ...LENGTHS.names);
const SIZES = keywords("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");
const BESIDE = keywords("pattern", ...BOUNDS.names, ...SIZES.names);

function boundsOf(ctx: Lowering, schema: Cursor): NumberCheck | undefined {
  const numbers = numbersOf(schema, BOUNDS);
  if (numbers === undefined || !Object.values(numbers).some(isInexact)) return numbers;
  const exact = Object.entries(numbers).map(([keyword, number]): [string, Bound] => {
    const node = schema.get(keyword);
    return [keyword, (node && ctx.digits(node)) ?? number];
  });
  return Object.fromEntries(exact);
}

/**
 * A string; bytes where `format` (OpenAPI 3.0), `contentEncoding` (JSON Schema 2020-12, Validation, section 8.3) or a
 * `contentMediaType` that is no text (OpenAPI 3.1.1, section 4.8.14.3) says that it stands for them.
 */
export function lowerString(_: Lowering, schema: Cursor): Type {
  const format = schema.text("format");
  if (!schema.hasAny(TEXTUAL) && format !== "binary" && format !== "byte")
    return format ? { kind: "string", format } : { kind: "string" };
  const contentEncoding = schema.text("contentEncoding");
  const contentMediaType = schema.text("contentMediaType");
  const encoding = bytesOf(format, contentEncoding, contentMediaType);
  if (encoding !== undefined)
    return { kind: "bytes", encoding, ...(contentMediaType && { mediaType: contentMediaType }) };
  const pattern = schema.text("pattern");
  const check: StringCheck = {
    ...numbersOf(schema, LENGTHS),
    ...(pattern !== undefined && { pattern }),
    ...(contentEncoding !== undefined && { contentEncoding }),
    ...(contentMediaType !== undefined && { contentMediaType }),
  };
  return { kind: "string", ...(format && { format }), ...(Object.keys(check).length > 0 && { check }) };
}

function bytesOf(format?: string, encoding?: string, mediaType?: string): TypeOf<"bytes">["encoding"] | undefined {
  if (format === "binary") return "raw";
  if (format === "byte" || encoding === "base64") return "base64";
  if (encoding === "base64url") return encoding;
  return encoding === undefined && mediaType !== undefined && BINARY.test(mediaType) ? "raw" : undefined;
}

const BINARY = /^(?:audio|video|font|image(?!\/svg)|application\/(?:octet-stream|pdf|(?:g?zip|x-tar)$))/i;

/** All bounds that a schema gives a value, of whatever type that is; undefined where there are none. */
export function boundsBeside(ctx: Lowering, schema: Cursor): Property["check"] {
  if (!schema.hasAny(BESIDE)) return undefined;
  const pattern = schema.text("pattern");
  const check = {
    ...boundsOf(ctx, schema),
    ...numbersOf(schema, SIZES),
    ...(pattern !== undefined && { pattern }),
  };
  return Object.keys(check).length === 0 ? undefined : check;
}

/** Those of the keywords that hold a number; undefined when none does. */
export function numbersOf<K extends string>(
  schema: Cursor,
  asked: Keywords<K>,
): Partial<Record<K, number>> | undefined {
  if (!schema.hasAny(asked)) return undefined;
  const found: Partial<Record<K, number>> = {};
  for (const keyword of asked.names) {
    const value = schema.number(keyword);
    if (value !== undefined) found[keyword] = value;
  }
  return Object.keys(found).length === 0 ? undefined : found;
}
