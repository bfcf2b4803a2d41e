import { byCodePoint } from "./order.js";
import type { Property, Type, TypeId, TypeKind, TypeOf } from "./types.js";

type IdOf = (id: TypeId) => string;

/** How each kind is told from others; a kind added to the IR does not compile until it answers here. */
const keys: { readonly [K in TypeKind]: (type: TypeOf<K>, idOf: IdOf) => string } = {
  ref: ({ id }, idOf) => `ref ${idOf(id)}`,
  unknown: ({ kind }) => kind,
  never: ({ kind }) => kind,
  bigint: ({ kind }) => kind,
  decimal: ({ kind }) => kind,
  null: ({ kind }) => kind,
  boolean: ({ kind }) => kind,
  number: (it) => JSON.stringify(it),
  string: (it) => JSON.stringify(it),
  bytes: (it) => JSON.stringify(it),
  literal: ({ value }) => JSON.stringify(value),
  array: ({ item, ...rest }, idOf) => JSON.stringify(rest) + keyOf(item, idOf),
  tuple: ({ items, rest }, idOf) => `tuple${list(items, idOf)}${rest === undefined ? "" : keyOf(rest, idOf)}`,
  object: ({ properties, extra }, idOf) => {
    const rest = extra.kind === "typed" ? keyOf(extra.value, idOf) : extra.kind;
    // The order in which an author lists properties says nothing of the values.
    const sorted = properties.toSorted((a, b) => byCodePoint(a.wireName, b.wireName));
    return `{${sorted.map((it) => propertyKey(it, idOf)).join()}|${rest}}`;
  },
  union: ({ members, tag }, idOf) => `union${tag === undefined ? "" : JSON.stringify(tag)}${list(members, idOf)}`,
  intersection: ({ members }, idOf) => `all${list(members, idOf)}`,
};

/** Equal for types of the same structure and documentation, wherever their authors wrote them; `idOf` may make references equal. */
export function keyOf(type: Type, idOf: IdOf = (id) => id): string {
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const key = keys[type.kind] as (type: Type, idOf: IdOf) => string;
  return key(type, idOf);
}

const list = (types: readonly Type[], idOf: IdOf): string => `[${types.map((it) => keyOf(it, idOf)).join()}]`;

function propertyKey({ type, origin: _, ...rest }: Property, idOf: IdOf): string {
  return JSON.stringify(rest) + keyOf(type, idOf);
}
