import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { mapAll, mapInner } from "../ir/map.js";
import type { Api, Codec, Content, Operation, Origin, Type, TypeId } from "../ir/types.js";
import { forEachInner } from "../ir/visit.js";
import type { Pass } from "./pass.js";

/**
 * JSON holds no bytes, and neither do forms and parameters: what is described as such there is text. In a multipart body bytes are a
 * part, and what a part holds that is an object is JSON too. What stands in both can have only one type.
 */
export const bytesAsText: Pass = {
  name: "bytes as text",
  run: (api, _options, diagnostics, _remember, look) => {
    const holders = new Set(api.types.filter((it) => look.type(it.type).hasBytes).map((it) => it.id));
    const places = holders.size === 0 ? new Map<TypeId, Places>() : placesOf(api);
    return {
      ...api,
      types: mapAll(api.types, (it) => {
        const known = holders.has(it.id) ? places.get(it.id) : undefined;
        const type = known === undefined ? it.type : textual(it.type, known, it.origin, diagnostics);
        return type === it.type ? it : { ...it, type };
      }),
      operations: mapAll(api.operations, (it) => (look.operation(it).hasBytes ? withTexts(it, diagnostics) : it)),
    };
  },
};

/** Where a type stands: in JSON or other text, as a multipart body, or as a part of one. */
type Place = "text" | "body" | "part";
type Places = ReadonlySet<Place>;

const PLACES: Readonly<Partial<Record<Codec, Place>>> = {
  json: "text",
  form: "text",
  events: "text",
  lines: "text",
  multipart: "body",
};

function inside({ kind }: Type, place: Place): Place {
  if (kind === "object") return place === "body" ? "part" : "text";
  return place === "body" && (kind === "array" || kind === "tuple") ? "part" : place;
}

/** The places of each declared type that operations lead to. */
function placesOf({ types, operations }: Api): ReadonlyMap<TypeId, Places> {
  const declared = new Map(types.map((it) => [it.id, it.type]));
  const found = new Map<TypeId, Set<Place>>();
  const visit = (type: Type, place: Place): void => {
    if (type.kind !== "ref") return forEachInner(type, (it) => visit(it, inside(type, place)));
    const known = found.get(type.id) ?? new Set();
    const target = known.has(place) ? undefined : declared.get(type.id);
    found.set(type.id, known.add(place));
    if (target !== undefined) visit(target, place);
  };
  for (const { type } of operations.flatMap((it) => it.params)) visit(type, "text");
  for (const { type, item = type, codec } of operations.flatMap(contentsOf)) {
    const place = PLACES[codec];
    if (place !== undefined) visit(item, place);
  }
  return found;
}

const contentsOf = ({ body, responses }: Operation): readonly Content[] => [
  ...(body?.contents ?? []),
  ...responses.flatMap((it) => it.contents),
];

function withTexts(operation: Operation, diagnostics: Diagnostics): Operation {
  const { params, body, responses, origin } = operation;
  const changed = (contents: readonly Content[]): readonly Content[] =>
    mapAll(contents, (it) => {
      const place = PLACES[it.codec];
      if (place === undefined) return it;
      const change = (type: Type): Type => textual(type, new Set([place]), origin, diagnostics);
      return { ...it, type: change(it.type), ...(it.item && { item: change(it.item) }) };
    });
  return {
    ...operation,
    params: mapAll(params, (it) => {
      const type = textual(it.type, new Set(["text"]), it.origin, diagnostics);
      return type === it.type ? it : { ...it, type };
    }),
    ...(body && { body: { ...body, contents: changed(body.contents) } }),
    responses: responses.map((it) => ({ ...it, contents: changed(it.contents) })),
  };
}

function textual(type: Type, places: Places, origin: Origin, diagnostics: Diagnostics): Type {
  if (type.kind !== "bytes" || type.encoding !== "raw") {
    const within = new Set([...places].map((it) => inside(type, it)));
    return mapInner(type, (it, step) =>
      textual(it, within, step.kind === "property" ? step.property.origin : origin, diagnostics),
    );
  }
  if (!places.has("text")) return type;
  diagnostics.report(places.size === 1 ? "schema/bytes-as-text" : "schema/bytes-in-both", origin, {});
  if (places.size > 1) return type;
  const { mediaType } = type;
  return mediaType === undefined
    ? { kind: "string", format: "binary" }
    : { kind: "string", check: { contentMediaType: mediaType } };
}
