import type { Cursor } from "../document/cursor.js";
import type { Content, Param, ParamPlace, Type, Wire } from "../ir/types.js";
import { codecOf, lowerContents } from "./contents.js";
import type { Lowering } from "./context.js";
import { besideReference, lowerDoc, lowerExample } from "./doc.js";
import { reportFields } from "./fields.js";
import { dereference } from "./reference.js";
import { lowerDefault } from "./schema/object.js";
import { lowerSchema } from "./schema/schema.js";
import { lowerShared } from "./shared.js";
import { lowerWire } from "./wire.js";

const PLACES: readonly ParamPlace[] = ["path", "query", "querystring", "header", "cookie"];
/** OpenAPI 3.1, section 4.8.12.1: a header parameter of these names is ignored, since other parts of the description speak of it. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** The parameters of an operation: those of its path item, unless it overrides them by place and name. */
export function lowerParams(ctx: Lowering, item: Cursor, operation: Cursor): readonly Param[] {
  const shared = lowerList(ctx, item);
  const own = lowerList(ctx, operation);
  const params = [...(shared.size === 0 ? own : new Map([...shared, ...own])).values()];
  const whole = params.find((it) => it.in === "querystring");
  return whole === undefined ? params : params.filter((it) => isBeside(ctx, it, whole));
}

/** Whether a parameter may stand beside one that is the whole query. */
function isBeside(ctx: Lowering, param: Param, whole: Param): boolean {
  const isPart = param.in === "query" || (param.in === "querystring" && param !== whole);
  if (isPart)
    ctx.diagnostics.report("param/beside-query", param.origin, { name: param.wireName, whole: whole.wireName });
  return !isPart;
}

/** The parameters that stand beside each other, by place and name, which are to be unique (OpenAPI 3.2, section 4.10.1). */
function lowerList(ctx: Lowering, holder: Cursor): ReadonlyMap<string, Param> {
  if (!holder.hasItems("parameters")) return NONE;
  const params = new Map<string, Param>();
  for (const node of holder.items("parameters")) {
    const param = lowerParam(ctx, node);
    if (param === undefined) continue;
    const known = params.size;
    if (params.set(`${param.in} ${param.wireName}`, param).size === known)
      ctx.diagnostics.report("param/duplicate", node.origin, { place: param.in, name: param.wireName });
  }
  return params;
}

const NONE: ReadonlyMap<string, Param> = new Map();

function lowerParam(ctx: Lowering, node: Cursor): Param | undefined {
  const target = dereference(ctx, node);
  if (target === undefined) return undefined;
  const wireName = target.text("name");
  const place = placeOf(ctx, target);
  if (wireName === undefined || place === undefined) {
    ctx.diagnostics.report("param/incomplete", node.origin, { name: wireName ?? "?", in: target.text("in") ?? "?" });
    return undefined;
  }
  if (place === "header" && IGNORED_HEADERS.has(wireName.toLowerCase())) return undefined;
  const param = lowerShared(ctx, ctx.shared.params, node, target, (own) => paramAt(own, target, wireName, place));
  const doc = node === target ? param.doc : besideReference(ctx, node, param.doc);
  return doc === param.doc ? param : { ...param, doc };
}

function paramAt(ctx: Lowering, target: Cursor, wireName: string, place: ParamPlace): Param {
  const schema = target.get("schema");
  reportFields(ctx, "parameter", target);
  return {
    wireName,
    in: place,
    required: place === "path" || target.flag("required") === true,
    access: "both",
    ...lowerValue(ctx, target, place),
    ...(schema && lowerDefault(ctx, schema)),
    origin: target.origin,
    doc: { ...(schema && lowerExample(ctx, schema)), ...lowerDoc(ctx, target) },
  };
}

function placeOf(ctx: Lowering, param: Cursor): ParamPlace | undefined {
  const given = param.text("in");
  const place = placeNamed(given) ?? placeNamed(given?.trim().toLowerCase());
  if (given !== undefined && place !== undefined && place !== given)
    ctx.diagnostics.report("param/place-case", (param.get("in") ?? param).origin, { in: given, place });
  return place;
}

const placeNamed = (name: string | undefined): ParamPlace | undefined => PLACES.find((it) => it === name);

function lowerValue(ctx: Lowering, param: Cursor, place: ParamPlace): { readonly type: Type; readonly wire: Wire } {
  const [content] = param.entries("content");
  if (place === "querystring") return lowerWhole(ctx, param);
  if (content !== undefined) {
    const [mediaType, node] = content;
    const schema = dereference(ctx, node)?.get("schema");
    if (codecOf(mediaType) === "json") return { type: schemaType(ctx, schema), wire: { kind: "content", mediaType } };
    // What is no JSON is one text, written as that would be without a media type.
    return { type: textType(ctx, mediaType, schema), wire: lowerWire(ctx, param, place) };
  }
  return { type: schemaType(ctx, param.get("schema")), wire: lowerWire(ctx, param, place) };
}

function textType(ctx: Lowering, mediaType: string, schema: Cursor | undefined): Type {
  const type = schema && lowerSchema(ctx, schema);
  if (type !== undefined && SCALARS.has(type.kind)) return type;
  if (schema !== undefined) ctx.diagnostics.report("content/plain", schema.origin, { mediaType, form: "a string" });
  return { kind: "string" };
}

const SCALARS: ReadonlySet<Type["kind"]> = new Set(["string", "number", "boolean", "bigint", "literal"]);

/** A parameter that is the whole query (OpenAPI 3.2, section 4.12.1: `in: querystring`), which has a content and no style. */
function lowerWhole(ctx: Lowering, param: Cursor): { readonly type: Type; readonly wire: Wire } {
  const [content] = lowerContents(ctx, param);
  if (content === undefined) ctx.diagnostics.report("param/no-content", param.origin, {});
  const { type, codec, parts } = content ?? NO_CONTENT;
  // What is neither JSON nor a form goes into a query as a text, whatever it would be in a body.
  const isText = codec !== "json" && codec !== "form";
  return { type: isText ? { kind: "string" } : type, wire: { kind: "whole", codec, parts } };
}

const NO_CONTENT: Pick<Content, "type" | "codec" | "parts"> = {
  type: { kind: "object", properties: [], extra: { kind: "open" } },
  codec: "form",
  parts: [],
};

const schemaType = (ctx: Lowering, schema: Cursor | undefined): Type =>
  schema === undefined ? { kind: "unknown" } : lowerSchema(ctx, schema);
