import type { Property, Type, TypeKind, TypeOf } from "./types.js";

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
  literal: (it) => it,
  array: (it, change) => ({ ...it, item: change(it.item, { kind: "item" }) }),
  tuple: (it, change) => ({
    ...it,
    items: it.items.map((item, index) => change(item, { kind: "position", index })),
    ...(it.rest && { rest: change(it.rest, { kind: "rest" }) }),
  }),
  object: (it, change) => ({
    ...it,
    properties: it.properties.map((property) => mapProperty(property, change)),
    extra: it.extra.kind === "typed" ? { kind: "typed", value: change(it.extra.value, { kind: "value" }) } : it.extra,
  }),
  union: (it, change) => ({ ...it, members: mapMembers(it.members, change) }),
  intersection: (it, change) => ({ ...it, members: mapMembers(it.members, change) }),
};

/** Most properties are scalars and stay as they are: no copy is made of these. */
function mapProperty(property: Property, change: Change): Property {
  const type = change(property.type, { kind: "property", property });
  return type === property.type ? property : { ...property, type };
}

const mapMembers = (members: readonly Type[], change: Change): readonly Type[] =>
  members.map((member, index) => change(member, { kind: "member", index }));

/** The same type around what `change` makes of each type directly inside it. */
export function mapInner(type: Type, change: Change): Type {
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const map = mappers[type.kind] as (type: Type, change: Change) => Type;
  return map(type, change);
}
