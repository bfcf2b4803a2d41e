import type { Cursor } from "../document/cursor.js";
import type { Codec, Content, Part, Type, Unnamed } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { reportFields } from "./fields.js";
import { lowerPartHeaders } from "./part-headers.js";
import { lowerWire } from "./wire.js";
import { dereference } from "./reference.js";
import { lowerItem } from "./sequence.js";
import { lowerSchema } from "./schema/schema.js";
import { reportUnreadContent } from "./unread-content.js";

/** The `content` of a request body or response, one entry a media type, in the author's order. */
export function lowerContents(ctx: Lowering, node: Cursor): readonly Content[] {
  return node.entries("content").flatMap(([mediaType, it]) => {
    const target = /^x-[^/]*$/.test(mediaType) ? undefined : dereference(ctx, it);
    return target === undefined ? [] : [lowerContent(ctx, mediaType, target)];
  });
}

/** The Media Type Object (OpenAPI 3.2, section 4.14). */
function lowerContent(ctx: Lowering, mediaType: string, node: Cursor): Content {
  const codec = isFile(ctx, mediaType, node) ? "bytes" : codecOf(mediaType);
  const isSequence = codec === "events" || codec === "lines";
  reportFields(ctx, "mediaType", node);
  reportUnreadContent(ctx, mediaType, codec, node);
  return {
    mediaType,
    codec,
    type: isUnnamedPart(ctx, mediaType, node) ? { kind: "unknown" } : contentType(ctx, codec, node),
    ...(isSequence && { item: lowerItem(ctx, codec, node) }),
    parts: lowerParts(ctx, codec, node),
    ...(codec === "multipart" && lowerPositions(ctx, node)),
  };
}

/** Whether bytes are described that a media type of JSON, or of anything, stands before: JSON has none. */
function isFile(ctx: Lowering, mediaType: string, node: Cursor): boolean {
  const schema = node.get("schema");
  if (schema === undefined || codecOf(mediaType) !== "json") return false;
  const target = dereference(ctx, schema);
  return target?.text("format") === "binary" || target?.text("type") === "file";
}

/** Whether a form, whose parts have names (RFC 7578, section 4.2), is described as one value without any. */
function isUnnamedPart(ctx: Lowering, mediaType: string, node: Cursor): boolean {
  const schema = /^multipart\/form-data\b/i.test(mediaType) ? node.get("schema") : undefined;
  if (schema === undefined || dereference(ctx, schema)?.text("type") !== "string") return false;
  ctx.diagnostics.report("body/unnamed-part", schema.origin, {});
  return true;
}

/** By RFC 6838: the suffix `+json` is JSON whatever stands before it. */
export function codecOf(mediaType: string): Codec {
  // As nearly all are.
  if (mediaType === "application/json") return "json";
  const [essence = ""] = mediaType.toLowerCase().split(";", 1);
  const name = essence.trim();
  if (name === "application/x-www-form-urlencoded") return "form";
  if (name.startsWith("multipart/")) return "multipart";
  if (name === "text/event-stream") return "events";
  if (/^application\/(x-)?(ndjson|jsonl|json-?lines|json-seq)$|\+json-seq$/.test(name)) return "lines";
  if (/^(application|text)\/json$|\+json$|^\*\/\*$/.test(name)) return "json";
  if (/^text\/|^application\/(xml|yaml|x-yaml)$|\+(xml|yaml)$/.test(name)) return "text";
  return "bytes";
}

/** What is neither JSON nor a form is text or bytes at run time, whatever schema describes it. */
function contentType(ctx: Lowering, codec: Codec, node: Cursor): Type {
  const [schema, item] = [node.get("schema"), node.get("itemSchema")];
  if (codec === "bytes") return { kind: "bytes", encoding: "raw" };
  if (codec === "text" || codec === "events" || codec === "lines") return { kind: "string" };
  // The parts of a multipart body, one by one (OpenAPI 3.2, section 4.14.3).
  if (schema === undefined && item !== undefined && codec === "multipart")
    return { kind: "array", item: lowerSchema(ctx, item) };
  return schema === undefined ? { kind: "unknown" } : lowerSchema(ctx, schema);
}

/** The `encoding` of a media type (OpenAPI 3.1, section 4.8.15). */
function lowerParts(ctx: Lowering, codec: Codec, mediaType: Cursor): readonly Part[] {
  return mediaType.entries("encoding").map(([wireName, it]) => {
    const styled = it.has("style") || it.has("explode") || it.has("allowReserved");
    const unnamed = codec === "multipart" ? lowerPart(ctx, wireName, it) : typed(it);
    return { wireName, ...unnamed, ...(styled && { wire: lowerWire(ctx, it, "query") }) };
  });
}

/** `prefixEncoding` and `itemEncoding` (OpenAPI 3.2, section 4.14.5). */
function lowerPositions(ctx: Lowering, mediaType: Cursor): Pick<Content, "positions"> {
  const prefix = mediaType.items("prefixEncoding").map((it, i) => lowerPart(ctx, String(i), it));
  const item = mediaType.get("itemEncoding");
  const positions = { ...(prefix.length > 0 && { prefix }), ...(item && { item: lowerPart(ctx, "each", item) }) };
  return Object.keys(positions).length === 0 ? {} : { positions };
}

function lowerPart(ctx: Lowering, name: string, encoding: Cursor): Unnamed {
  const headers = lowerPartHeaders(ctx, name, encoding);
  return { ...typed(encoding), ...(headers.length > 0 && { headers }) };
}

function typed(encoding: Cursor): Unnamed {
  const contentType = encoding.text("contentType");
  return contentType === undefined ? {} : { contentType };
}
