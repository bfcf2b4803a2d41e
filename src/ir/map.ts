import type { Extra, Property, Type, TypeKind, TypeOf } from "./types.js";

/** The way from a type to one directly inside it. */
export type Step =
  | { readonly kind: "property"; readonly property: Property }
  | { readonly kind: "value" | "item" | "rest" }
  | { readonly kind: "position" | "member"; readonly index: number };

type Change = (inner: Type, step: Step) => Type;

/** How each kind is made anew around changed types; a kind added to the IR does not compile until it answers here. */
const mappers: { readonly [K in TypeKind]: (type: TypeOf<K>, change: Change) => Type } = {
  ref: (it) => it,
  unknown: (it) => it,
  never: (it) => it,
  null: (it) => it,
  boolean: (it) => it,
  number: (it) => it,
  string: (it) => it,
  bytes: (it) => it,
  bigint: (it) => it,
  decimal: (it) => it,
  literal: (it) => it,
  array: (it, change) => {
    const item = change(it.item, { kind: "item" });
    return item === it.item ? it : { ...it, item };
  },
  tuple: (it, change) => ({
    ...it,
    items: it.items.map((item, index) => change(item, { kind: "position", index })),
    ...(it.rest && { rest: change(it.rest, { kind: "rest" }) }),
  }),
  object: (it, change) => {
    const properties = mapAll(it.properties, (property) => mapProperty(property, change));
    const extra = mapExtra(it.extra, change);
    return properties === it.properties && extra === it.extra ? it : { ...it, properties, extra };
  },
  union: (it, change) => {
    const members = mapMembers(it.members, change);
    return members === it.members ? it : { ...it, members };
  },
  intersection: (it, change) => {
    const members = mapMembers(it.members, change);
    return members === it.members ? it : { ...it, members };
  },
};

/** Most properties are scalars and stay as they are: no copy is made of these. */
function mapProperty(property: Property, change: Change): Property {
  const type = change(property.type, { kind: "property", property });
  return type === property.type ? property : { ...property, type };
}

function mapExtra(extra: Extra, change: Change): Extra {
  if (extra.kind !== "typed") return extra;
  const value = change(extra.value, { kind: "value" });
  return value === extra.value ? extra : { kind: "typed", value };
}

const mapMembers = (members: readonly Type[], change: Change): readonly Type[] =>
  mapAll(members, (member, index) => change(member, { kind: "member", index }));

/** The same list where nothing in it changes, as mostly: no copy is made before the first that does. */
export function mapAll<T>(items: readonly T[], change: (item: T, index: number) => T): readonly T[] {
  let changed: T[] | undefined;
  let index = 0;
  for (const it of items) {
    const now = change(it, index);
    if (now !== it) changed ??= items.slice(0, index);
    changed?.push(now);
    index++;
  }
  return changed ?? items;
}

/** The same type around what `change` makes of each type directly inside it; itself where that is the same, as it mostly is. */
export function mapInner(type: Type, change: Change): Type {
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const map = mappers[type.kind] as (type: Type, change: Change) => Type;
  return map(type, change);
}
