import type { Cursor } from "../document/cursor.js";
import type { Codec, Property, Type } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerSchema } from "./schema/schema.js";

/**
 * One item of a sequential media type. Its `itemSchema` says what it is (OpenAPI 3.2, section 4.14.3). Before 3.2 there is
 * only `schema`: authors describe with it one item or, as 3.2 has it, the array of all; of an event, it is about the data.
 */
export function lowerItem(ctx: Lowering, codec: Codec, mediaType: Cursor): Type {
  const item = mediaType.get("itemSchema");
  if (item !== undefined) return lowerSchema(ctx, item);
  const schema = mediaType.get("schema");
  const each = schema?.text("type") === "array" ? schema.get("items") : schema;
  if (codec === "lines") return each === undefined ? { kind: "unknown" } : lowerSchema(ctx, each);
  return event(mediaType, each === undefined ? { kind: "string" } : lowerSchema(ctx, each));
}

/** An event with such data (WHATWG HTML, section 9.2.6). */
function event({ origin }: Cursor, data: Type): Type {
  const field = (wireName: string, type: Type, required: boolean): Property => ({
    wireName,
    type,
    required,
    access: "read",
    origin,
    doc: {},
  });
  const text: Type = { kind: "string" };
  const properties = [
    field("data", data, true),
    field("event", text, false),
    field("id", text, false),
    field("retry", { kind: "number", integer: true }, false),
  ];
  return { kind: "object", properties, extra: { kind: "closed" } };
}
