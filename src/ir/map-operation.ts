import { keyOf } from "./key.js";
import type { Content, Header, Operation, Param, Response, Type } from "./types.js";

/** Where a type stands in an operation. */
export interface Slot {
  readonly part: "input" | "output" | "error";
  /** What tells it from the others of its part, from the outside in; empty where nothing needs to. */
  readonly words: readonly string[];
}

type Change = (type: Type, slot: Slot) => Type;

/** The operation around what `change` makes of each type of `typesOf`. What pages are is told after that, from these types. */
export function mapOperation(operation: Operation, change: Change): Operation {
  const { params, body, responses } = operation;
  return {
    ...operation,
    params: params.map((it) => mapParam(it, change)),
    ...(body && { body: { ...body, contents: mapContents(body.contents, "input", [], change) } }),
    responses: responses.map((it) => mapResponse(it, responses, change)),
  };
}

const mapParam = (param: Param, change: Change): Param => ({
  ...param,
  type: change(param.type, { part: "input", words: [param.in, param.wireName] }),
});

function mapResponse(response: Response, all: readonly Response[], change: Change): Response {
  const { status, outcome, contents, headers } = response;
  const part = outcome === "success" ? "output" : "error";
  const isOnly = all.filter((it) => it.outcome === outcome).length === 1;
  const words = isOnly ? [] : [String(status)];
  const mapHeader = (header: Header): Header => ({
    ...header,
    type: change(header.type, { part, words: [...words, "headers", header.wireName] }),
  });
  return {
    ...response,
    contents: mapContents(contents, part, words, change),
    headers: headers.map(mapHeader),
  };
}

function mapContents(
  contents: readonly Content[],
  part: Slot["part"],
  words: readonly string[],
  change: Change,
): readonly Content[] {
  // The key of a type takes its time, and most have one content.
  const alike = contents.length < 2 || new Set(contents.map((it) => keyOf(it.type))).size < 2;
  return contents.map((content) => {
    const own = alike ? words : [...words, subtype(content.mediaType)];
    return {
      ...content,
      type: change(content.type, { part, words: own }),
      ...(content.item && { item: change(content.item, { part, words: [...own, "item"] }) }),
    };
  });
}

/** `json` of `application/json; charset=utf-8`. */
const subtype = (mediaType: string): string =>
  mediaType
    .replace(/;.*$/s, "")
    .replace(/^[^/]*\//, "")
    .trim();
