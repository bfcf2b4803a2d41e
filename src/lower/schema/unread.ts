import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import { isObject } from "../../document/values.js";
import type { Lowering } from "../context.js";
import { reportOtherKind } from "../fields.js";

/** Keywords that say more of a value than a rule reads. Those that only bound it, such as `contains`, change no type. */
const UNREAD = keywords("$dynamicRef");

/** What may hold another kind of value than it should. */
const LISTS = ["allOf", "anyOf", "oneOf", "required"] as const;
/** Most schemas have none of all of these, which is seen at once. */
const LOOKED_AT = keywords(...UNREAD.names, ...LISTS, "properties");

/** What is not read is said, so that nothing disappears silently. */
export function reportUnread(ctx: Lowering, schema: Cursor): void {
  if (!schema.hasAny(LOOKED_AT)) return;
  if (isObject(schema.value)) {
    // Read like this they cost little in the many schemas in which they are as they should be.
    const { allOf, anyOf, oneOf, required, properties } = schema.value;
    if (!(isList(allOf) && isList(anyOf) && isList(oneOf) && isList(required) && isMap(properties)))
      reportOtherKinds(ctx, schema);
  }
  if (!schema.hasAny(UNREAD)) return;
  for (const keyword of UNREAD.names) {
    const node = schema.get(keyword);
    if (node !== undefined) ctx.diagnostics.report("schema/unread-keyword", node.origin, { keyword });
  }
}

const isList = (value: unknown): boolean => value === undefined || Array.isArray(value);
const isMap = (value: unknown): boolean => value === undefined || isObject(value);

function reportOtherKinds(ctx: Lowering, schema: Cursor): void {
  for (const it of LISTS) reportOtherKind(ctx, schema, it, "a list");
  reportOtherKind(ctx, schema, "properties", "an object");
}
