import type { Cursor } from "../document/cursor.js";
import type { Param, ParamPlace, Style, Type, Wire } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerDoc, lowerExample } from "./doc.js";
import { dereference } from "./reference.js";
import { lowerDefault } from "./schema/object.js";
import { lowerSchema } from "./schema/schema.js";

const PLACES: readonly ParamPlace[] = ["path", "query", "header", "cookie"];
/** OpenAPI 3.1, section 4.8.12.1: a header parameter of these names is ignored, since other parts of the description speak of it. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** The parameters of an operation: those of its path item, unless it overrides them by place and name. */
export function lowerParams(ctx: Lowering, item: Cursor, operation: Cursor): readonly Param[] {
  return [...new Map([...lowerList(ctx, item), ...lowerList(ctx, operation)]).values()];
}

/** The parameters that stand beside each other, by place and name, which are to be unique (OpenAPI 3.2, section 4.10.1). */
function lowerList(ctx: Lowering, holder: Cursor): ReadonlyMap<string, Param> {
  const params = new Map<string, Param>();
  for (const node of holder.items("parameters")) {
    const param = lowerParam(ctx, node);
    if (param === undefined) continue;
    const key = `${param.in} ${param.wireName}`;
    if (params.has(key))
      ctx.diagnostics.report("param/duplicate", node.origin, { place: param.in, name: param.wireName });
    params.set(key, param);
  }
  return params;
}

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
  const schema = target.get("schema");
  return {
    wireName,
    in: place,
    required: place === "path" || target.flag("required") === true,
    access: "both",
    ...lowerValue(ctx, target, place),
    ...(schema && lowerDefault(schema)),
    origin: target.origin,
    doc: { ...(schema && lowerExample(schema)), ...lowerDoc(ctx, target) },
  };
}

function placeOf(ctx: Lowering, param: Cursor): ParamPlace | undefined {
  const given = param.text("in");
  const place = PLACES.find((it) => it === given?.trim().toLowerCase());
  if (given !== undefined && place !== undefined && place !== given)
    ctx.diagnostics.report("param/place-case", (param.get("in") ?? param).origin, { in: given, place });
  return place;
}

function lowerValue(ctx: Lowering, param: Cursor, place: ParamPlace): { readonly type: Type; readonly wire: Wire } {
  const [content] = param.entries("content");
  if (content !== undefined) {
    const [mediaType, node] = content;
    return { type: schemaType(ctx, node.get("schema")), wire: { kind: "content", mediaType } };
  }
  return { type: schemaType(ctx, param.get("schema")), wire: lowerWire(ctx, param, place) };
}

const schemaType = (ctx: Lowering, schema: Cursor | undefined): Type =>
  schema === undefined ? { kind: "unknown" } : lowerSchema(ctx, schema);

/** The styles of each place, its default first (OpenAPI 3.1, section 4.8.12.2.1). */
const STYLES: Readonly<Record<ParamPlace, readonly [Style, ...Style[]]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** `style`, `explode` and `allowReserved` of a parameter or encoding, with their defaults (OpenAPI 3.1, section 4.8.12.2). */
export function lowerWire(ctx: Lowering, node: Cursor, place: ParamPlace): Wire {
  const style = lowerStyle(ctx, node, place);
  return {
    kind: "style",
    style,
    // deepObject has no form that is not exploded, so its default is not asked for.
    explode: style === "deepObject" || (node.flag("explode") ?? style === "form"),
    allowReserved: node.flag("allowReserved") === true,
  };
}

function lowerStyle(ctx: Lowering, node: Cursor, place: ParamPlace): Style {
  const [fallback] = STYLES[place];
  const given = node.get("style");
  if (given === undefined) return fallback;
  const style = STYLES[place].find((it) => it === given.value);
  if (style === undefined) {
    ctx.diagnostics.report("param/unknown-style", given.origin, { style: String(given.value), place, fallback });
  }
  return style ?? fallback;
}
