import type { Cursor } from "../document/cursor.js";
import type { Codec, Property, Type } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { dereference } from "./reference.js";
import { lowerSchema } from "./schema/schema.js";

/**
 * One item of a sequential media type. Its `itemSchema` says what it is (OpenAPI 3.2, section 4.14.3). Before 3.2 there is
 * only `schema`: authors describe with it one item or, as 3.2 has it, the array of all; of an event, it is about the data.
 */
export function lowerItem(ctx: Lowering, codec: Codec, mediaType: Cursor): Type {
  const item = mediaType.get("itemSchema");
  if (item !== undefined) return codec === "events" ? wholeEvent(ctx, item) : lowerSchema(ctx, item);
  const schema = mediaType.get("schema");
  const each = schema?.text("type") === "array" ? schema.get("items") : schema;
  if (codec === "lines") return each === undefined ? { kind: "unknown" } : lowerSchema(ctx, each);
  return event(mediaType, each === undefined ? { kind: "string" } : lowerSchema(ctx, each));
}

/** An event as its schema has it; where that says what JSON the text of the data holds, they are what it holds. */
function wholeEvent(ctx: Lowering, item: Cursor): Type {
  const target = dereference(ctx, item);
  const held = target && heldAsJson(ctx, target);
  const type = held && lowerSchema(ctx, target);
  if (held === undefined || type?.kind !== "object") return lowerSchema(ctx, item);
  const data = lowerSchema(ctx, held);
  return { ...type, properties: type.properties.map((it) => (it.wireName === "data" ? { ...it, type: data } : it)) };
}

/**
 * The `contentSchema` of the data of an event (JSON Schema 2020-12, Validation, section 8.5). One that allows nothing but
 * texts stays unread: whether data are JSON is told by the types that they have.
 */
function heldAsJson(ctx: Lowering, event: Cursor): Cursor | undefined {
  const data = event.get("properties")?.get("data");
  const held = data?.get("contentSchema");
  if (held === undefined || !/[/+]json\b/i.test(data?.text("contentMediaType") ?? "")) return undefined;
  return dereference(ctx, held)?.text("type") === "string" ? undefined : held;
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
