import { isAlike } from "./alike.js";
import { mapAll } from "./map.js";
import type { Content, Header, Operation, Param, Response, Type } from "./types.js";

/** Where a type stands in an operation. */
export interface Slot {
  readonly part: "input" | "output" | "error";
  /** What tells it from the others of its part, from the outside in; empty where nothing needs to. */
  readonly words: readonly string[];
}

type Change = (type: Type, slot: Slot) => Type;

/**
 * The operation around what `change` makes of each type of `typesOf`; itself where all stay the same. What pages are is told after
 * that, from these types.
 */
export function mapOperation(operation: Operation, change: Change): Operation {
  const { params, body, responses } = operation;
  const changed = {
    params: mapAll(params, (it) => mapParam(it, change)),
    contents: body && mapContents(body.contents, "input", [], change),
    responses: mapAll(responses, (it) => mapResponse(it, responses, change)),
  };
  const isSame = changed.params === params && changed.contents === body?.contents && changed.responses === responses;
  if (isSame) return operation;
  return {
    ...operation,
    params: changed.params,
    ...(body && { body: { ...body, contents: changed.contents ?? body.contents } }),
    responses: changed.responses,
  };
}

function mapParam(param: Param, change: Change): Param {
  const type = change(param.type, { part: "input", words: [param.in, param.wireName] });
  return type === param.type ? param : { ...param, type };
}

function mapResponse(response: Response, all: readonly Response[], change: Change): Response {
  const { status, outcome } = response;
  const part = outcome === "success" ? "output" : "error";
  const isOnly = all.filter((it) => it.outcome === outcome).length === 1;
  const words = isOnly ? [] : [String(status)];
  const mapHeader = (header: Header): Header => {
    const type = change(header.type, { part, words: [...words, "headers", header.wireName] });
    return type === header.type ? header : { ...header, type };
  };
  const contents = mapContents(response.contents, part, words, change);
  const headers = mapAll(response.headers, mapHeader);
  return contents === response.contents && headers === response.headers ? response : { ...response, contents, headers };
}

function mapContents(
  contents: readonly Content[],
  part: Slot["part"],
  words: readonly string[],
  change: Change,
): readonly Content[] {
  const [first] = contents;
  const alike = first !== undefined && contents.every((it) => it === first || isAlike(it.type, first.type));
  return mapAll(contents, (content) => {
    const own = alike ? words : [...words, subtype(content.mediaType)];
    const type = change(content.type, { part, words: own });
    const item = content.item && change(content.item, { part, words: [...own, "item"] });
    return type === content.type && item === content.item ? content : { ...content, type, ...(item && { item }) };
  });
}

/** `json` of `application/json; charset=utf-8`. */
const subtype = (mediaType: string): string =>
  mediaType
    .replace(/;.*$/s, "")
    .replace(/^[^/]*\//, "")
    .trim();
