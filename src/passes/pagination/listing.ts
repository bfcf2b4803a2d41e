import type { Content, Operation, PageParam, Path, Property, Type } from "../../ir/types.js";
import { placesOf, type Place } from "./places.js";
import type { Shapes } from "./shape.js";
import { bare } from "./words.js";

/** An operation whose answer holds a list, with all that may tell how its pages follow each other. */
export interface Listing {
  readonly shapes: Shapes;
  /** The body of its only success. */
  readonly body: Type;
  readonly items: Path;
  readonly item: Type;
  /** What may tell of pages beside the list. */
  readonly places: readonly Place[];
  /** What a request may say. */
  readonly params: readonly RequestParam[];
  /** The names of the headers of its answer, in lower case. */
  readonly headers: ReadonlySet<string>;
}

export interface RequestParam extends PageParam {
  /** Its name without spelling. */
  readonly word: string;
  readonly property: Property;
}

/** The listing that an operation is; undefined where its answer is not certain to hold one list. `at` tells where the list stands. */
export function listingOf(operation: Operation, shapes: Shapes, at?: Path): Listing | undefined {
  const body = READING.has(operation.method) ? bodyOf(operation) : undefined;
  if (body === undefined) return undefined;
  const items = at ?? itemsIn(body, shapes);
  const list = items && shapes.at(body, items);
  const item = list && shapes.item(list);
  if (items === undefined || item === undefined) return undefined;
  const places = placesOf({ shapes, body, items });
  return { shapes, body, items, item, places, params: paramsOf(operation, shapes), headers: headersOf(operation) };
}

/** A search may be a `POST`; what changes something has no pages. */
const READING: ReadonlySet<string> = new Set(["GET", "POST", "QUERY"]);

/** The body of the only success of an operation, where it is JSON and nothing else. */
function bodyOf({ responses }: Operation): Type | undefined {
  const [success, ...others] = responses.filter((it) => it.outcome === "success");
  const [content, ...alternatives] = success?.contents ?? [];
  return others.length === 0 && alternatives.length === 0 && content?.codec === "json" ? content.type : undefined;
}

const headersOf = ({ responses }: Operation): ReadonlySet<string> =>
  new Set(
    responses
      .filter((it) => it.outcome === "success")
      .flatMap((it) => it.headers.map(({ wireName }) => wireName.toLowerCase())),
  );

/** Where the only list of a body stands: it is one itself, or holds one, or what wraps it does. */
function itemsIn(body: Type, shapes: Shapes): Path | undefined {
  if (shapes.item(body) !== undefined) return [];
  const direct = listIn(body, shapes);
  if (direct !== undefined) return [direct];
  const wrapped = shapes
    .properties(body)
    .filter(({ wireName }) => WRAPPERS.has(wireName))
    .flatMap(({ wireName, type }) => {
      const name = listIn(type, shapes);
      return name === undefined ? [] : [[wireName, name]];
    });
  return wrapped.length === 1 ? wrapped[0] : undefined;
}

/** The only list among the properties of an object; among several, the only one whose name says that it is what was asked for. */
function listIn(type: Type, shapes: Shapes): string | undefined {
  const all = shapes.properties(type).filter((it) => shapes.item(it.type) !== undefined);
  const asked = all.filter((it) => !ASIDES.has(it.wireName));
  const lists = asked.length === 0 ? all : asked;
  const named = lists.filter((it) => LISTS.has(it.wireName));
  const [only, ...others] = lists.length === 1 ? lists : named;
  return others.length === 0 ? only?.wireName : undefined;
}

/** What stands beside a list and tells how it went, or where else to go. */
const ASIDES: ReadonlySet<string> = new Set(["errors", "warnings", "links", "_links"]);
const WRAPPERS: ReadonlySet<string> = new Set(["data", "result", "response", "_embedded"]);
const LISTS: ReadonlySet<string> = new Set([
  "data",
  "items",
  "results",
  "records",
  "entries",
  "values",
  "content",
  "value",
]);

function paramsOf({ params, body }: Operation, shapes: Shapes): readonly RequestParam[] {
  const fields = body === undefined ? [] : shapes.properties(fieldsOf(body.contents));
  return [
    ...params.flatMap((it) => (it.in === "query" || it.in === "header" ? [{ in: it.in, property: it }] : [])),
    ...fields.map((it) => ({ in: "body", property: it }) as const),
  ].map((it) => ({ ...it, name: it.property.wireName, word: bare(it.property.wireName) }));
}

/** Of several media types nobody knows which one a call sends. */
const fieldsOf = ([content, ...others]: readonly Content[]): Type =>
  others.length === 0 && content !== undefined ? content.type : { kind: "unknown" };
