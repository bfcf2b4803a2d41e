/** Places in a request and in the data of a page. */
import { own } from "../own.js";
import type { PageRequest, Turn } from "./pages.js";

/** Names of properties, from the outside in. */
export type Path = readonly string[];

/** A parameter, or a property of the body: where it goes, and its name. */
export type RequestPlace = readonly [place: "query" | "header" | "body", name: string];

/** What stands at a place in a value; undefined where it has no such place. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((it, name) => (typeof it === "object" && it !== null ? own(it, name) : undefined), value);
}

/** Whether the data of a page say that no other follows. */
export function isLast({ data }: { readonly data: unknown }, more: Path | undefined): boolean {
  return more !== undefined && valueAt(data, more) === false;
}

/** What a request says at a place. */
export function given({ input }: PageRequest, place: RequestPlace): unknown {
  return valueAt(input, place);
}

/** The same request with this value at a place; undefined where it stands there already, or did in the first request. */
export function asking(request: PageRequest, first: PageRequest, at: RequestPlace, value: unknown): Turn | undefined {
  if ([request, first].some((it) => given(it, at) === value)) return undefined;
  const [place, name] = at;
  const { input } = request;
  return {
    key: value,
    request: { ...request, input: { ...input, [place]: { ...membersOf(input[place]), [name]: value } } },
  };
}

const membersOf = (group: unknown): object => (typeof group === "object" && group !== null ? group : {});
