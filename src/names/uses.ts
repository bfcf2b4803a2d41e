import { forEachInner } from "../ir/visit.js";
import type { Api, Content, Operation, Param, Type, TypeId } from "../ir/types.js";
import type { Place } from "./lock.js";
import { type Places, shapeOf } from "./places.js";

/** Where each type is used, by its id: what refers to it, and the way down to the reference there. */
export type Uses = ReadonlyMap<TypeId, ReadonlySet<string>>;

/**
 * The uses of the types of an API; `placeBefore` gives the place that something had before it moved, so that what uses a type is known
 * again itself. Only where nothing else is referred to at the same place does a use tell one type from others.
 */
export function usesOf({ types, operations }: Api, places: Places, placeBefore = (it: Place): Place => it): Uses {
  const uses = new Map<TypeId, Set<string>>();
  const use = (id: TypeId, at: string): void => {
    const all = uses.get(id) ?? new Set();
    uses.set(id, all.add(at));
  };
  for (const it of types) walk(it.type, shapeOf(placeBefore(places.type(it))), use);
  for (const it of operations)
    for (const [slot, type] of slotsOf(it)) walk(type, `${shapeOf(places.operation(it))} ${slot}`, use);
  return uses;
}

function walk(type: Type, at: string, use: (id: TypeId, at: string) => void): void {
  switch (type.kind) {
    case "ref":
      return use(type.id, at);
    case "object":
      for (const it of type.properties) walk(it.type, `${at}/${it.wireName}`, use);
      if (type.extra.kind === "typed") walk(type.extra.value, `${at}/*`, use);
      return;
    case "tuple":
      type.items.forEach((it, i) => walk(it, `${at}/${i}`, use));
      if (type.rest !== undefined) walk(type.rest, `${at}/*`, use);
      return;
    case "union":
    case "intersection": {
      const isOnly = type.members.filter((it) => it.kind === "ref").length === 1;
      for (const it of type.members) if (it.kind !== "ref" || isOnly) walk(it, at, use);
      return;
    }
    default:
      forEachInner(type, (it) => walk(it, at, use));
  }
}

/** The types that an operation mentions, each with what tells its place there. */
function slotsOf({ path, params, body, responses }: Operation): readonly (readonly [slot: string, type: Type])[] {
  const nameOf = (it: Param): string =>
    it.in === "path" ? `${path.findIndex((part) => part.kind === "param" && part.name === it.wireName)}` : it.wireName;
  return [
    ...params.map((it) => [`${it.in} ${nameOf(it)}`, it.type] as const),
    ...(body?.contents ?? []).flatMap((it) => typesIn("body", it)),
    ...responses.flatMap(({ status, contents, headers }) => [
      ...contents.flatMap((it) => typesIn(`${status}`, it)),
      ...headers.map((it) => [`${status} header ${it.wireName}`, it.type] as const),
    ]),
  ];
}

const typesIn = (
  slot: string,
  { mediaType, type, item }: Content,
): readonly (readonly [slot: string, type: Type])[] => [
  [`${slot} ${mediaType}`, type],
  ...(item === undefined ? [] : [[`${slot} ${mediaType} item`, item] as const]),
];
