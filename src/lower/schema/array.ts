import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { ArrayCheck, Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { union } from "../../ir/algebra.js";
import { numbersOf } from "./scalar.js";
import { lowerSchema } from "./schema.js";
import { isSpokenOfBeside } from "./unevaluated.js";

const SIZES = keywords("minItems", "maxItems");

/** An array of one length is a tuple up to here; what is longer nobody writes out. */
const LONGEST_TUPLE = 6;

/** `items` after `prefixItems`: a tuple with a rest; `items` alone: an array (JSON Schema 2020-12, section 10.3.1). */
export function lowerArray(ctx: Lowering, schema: Cursor): Type {
  const items = schema.get("items") ?? unevaluated(schema);
  const item: Type = items === undefined ? { kind: "unknown" } : lowerSchema(ctx, items);
  const prefix = schema.items("prefixItems").map((it) => lowerSchema(ctx, it));
  const sizes = numbersOf(schema, SIZES);
  if (prefix.length > 0) return tuple(prefix, item, sizes);
  const size = sizes?.minItems === sizes?.maxItems ? (sizes?.minItems ?? 0) : 0;
  if (size > 0 && size <= LONGEST_TUPLE) return { kind: "tuple", items: Array.from({ length: size }, () => item) };
  const check: ArrayCheck | undefined = schema.flag("uniqueItems") === true ? { ...sizes, uniqueItems: true } : sizes;
  return { kind: "array", item, ...(check && { check }) };
}

/** Where nothing beside them speaks of items, those that are not evaluated are those that `items` would speak of (section 11.2). */
const unevaluated = (schema: Cursor): Cursor | undefined =>
  schema.has("contains") || isSpokenOfBeside(schema) ? undefined : schema.get("unevaluatedItems");

/** All of the first items are there, unless `minItems` asks for fewer: to name one and mean that it may be missing is rare. */
function tuple(prefix: readonly Type[], item: Type, { minItems, maxItems }: ArrayCheck = {}): Type {
  const most = Math.min(prefix.length, maxItems ?? prefix.length);
  const isClosed = item.kind === "never" || (maxItems ?? Infinity) <= prefix.length;
  const whole: Type = { kind: "tuple", items: prefix.slice(0, most), ...(!isClosed && { rest: item }) };
  const fewer = Math.max(0, most - Math.max(0, minItems ?? most));
  const shorter = Array.from({ length: fewer }, (_, i): Type => ({
    kind: "tuple",
    items: prefix.slice(0, most - fewer + i),
  }));
  return union([...shorter, whole]);
}
