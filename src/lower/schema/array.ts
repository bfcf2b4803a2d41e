import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { ArrayCheck, Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { numbersOf } from "./scalar.js";
import { lowerSchema } from "./schema.js";

const SIZES = keywords("minItems", "maxItems");

/** An array of one length is a tuple up to here; what is longer nobody writes out. */
const LONGEST_TUPLE = 6;

/** `items` after `prefixItems`: a tuple with a rest; `items` alone: an array (JSON Schema 2020-12, section 10.3.1). */
export function lowerArray(ctx: Lowering, schema: Cursor): Type {
  const items = schema.get("items");
  const item: Type = items === undefined ? { kind: "unknown" } : lowerSchema(ctx, items);
  const prefix = schema.items("prefixItems");
  if (prefix.length > 0) {
    const rest = item.kind === "never" ? {} : { rest: item };
    return { kind: "tuple", items: prefix.map((it) => lowerSchema(ctx, it)), ...rest };
  }
  const sizes = numbersOf(schema, SIZES);
  const size = sizes?.minItems === sizes?.maxItems ? (sizes?.minItems ?? 0) : 0;
  if (size > 0 && size <= LONGEST_TUPLE) return { kind: "tuple", items: Array.from({ length: size }, () => item) };
  const check: ArrayCheck | undefined = schema.flag("uniqueItems") === true ? { ...sizes, uniqueItems: true } : sizes;
  return { kind: "array", item, ...(check && { check }) };
}
