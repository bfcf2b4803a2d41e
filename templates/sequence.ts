import { typeText, type TypeContext } from "../src/emit/type-text.js";
import type { Codec, Content, Operation, Response, Type } from "../src/ir/types.js";
import { runtime } from "./runtime-symbols.js";
import type { Types } from "./value-shape.js";

/**
 * The type of a body to send: what gives the values of a sequence may do so at once or as they come, bytes may be a stream,
 * and so may the parts of a multipart body.
 */
export function sentText({ codec, type, item }: Content, ctx: TypeContext, at: string): string {
  if (codec === "bytes") return ctx.file.type(runtime.Bytes);
  if (codec === "multipart" && type.kind !== "unknown")
    return `${ctx.file.type(runtime.Parts)}<${typeText(type, ctx, at)}>`;
  if (codec !== "lines" || item === undefined) return typeText(type, ctx, at);
  const text = typeText(item, ctx, at);
  return `Iterable<${text}> | AsyncIterable<${text}>`;
}

/** The type of a body that arrives: of a sequence, the items as they come. The body of a failure is read at once. */
export const receivedText = ({ type, item }: Content, { outcome }: Response, ctx: TypeContext, at: string): string =>
  item === undefined || outcome === "error" ? typeText(type, ctx, at) : `AsyncIterable<${typeText(item, ctx, at)}>`;

/** The contents of the answers of an operation that arrive as sequences. */
export const sequencesOf = ({ responses }: Operation, codec: Codec): readonly Content[] =>
  responses.flatMap((it) => (it.outcome === "success" ? it.contents.filter((content) => content.codec === codec) : []));

export const hasSequence = ({ responses }: Operation, codec: Codec): boolean =>
  responses.some((it) => it.outcome === "success" && it.contents.some((content) => content.codec === codec));

/** Whether the data of events are more than texts, so that they must be read as JSON. */
export function hasJsonData(event: Type, types: Types): boolean {
  return !isText(dataOf(event, types, []));
}

/** The types of the property `data`, with references followed. */
function dataOf(type: Type, types: Types, seen: readonly Type[]): readonly Type[] {
  if (seen.includes(type)) return [];
  const inside = [...seen, type];
  switch (type.kind) {
    case "ref":
      return dataOf(types.get(type.id) ?? { kind: "unknown" }, types, inside);
    case "union":
      return type.members.flatMap((it) => dataOf(it, types, inside));
    case "intersection": {
      const told = type.members.map((it) => dataOf(it, types, inside)).filter((it) => it.length > 0);
      // What one member has as a text is a text, whatever the others add to that.
      return told.find(isText) ?? told.flat();
    }
    case "object":
      return type.properties.flatMap((it) => (it.wireName === "data" ? resolved(it.type, types) : []));
    default:
      return [];
  }
}

const isText = (data: readonly Type[]): boolean => data.every((it) => it.kind === "string");

function resolved(type: Type, types: Types): readonly Type[] {
  const target = type.kind === "ref" ? types.get(type.id) : type;
  const members = target?.kind === "union" ? target.members : [target ?? { kind: "unknown" }];
  return members.map((it) => (it.kind === "literal" && typeof it.value === "string" ? { kind: "string" } : it));
}
