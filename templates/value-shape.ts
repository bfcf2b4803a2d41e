import type { Api, Type, TypeId, TypeKind, TypeOf } from "../src/ir/types.js";

/** What is asked of the declared types. */
export interface Types {
  readonly get: (id: TypeId) => Type | undefined;
}

export function typesOf(api: Api): Types {
  const types = new Map(api.types.map((it) => [it.id, it.type]));
  return { get: (id) => types.get(id) };
}

/** Whether every value of a type is one text, number or the like: neither an array nor an object. */
export const isPlain = (type: Type, types: Types): boolean => holds(type, types, []);

/** The same, or an array, whatever is in it. */
export const isPlainOrList = (type: Type, types: Types): boolean => holds(type, types, ["array", "tuple"]);

/** What each kind is: plain or not, or what the types inside it say. */
const shapes: { readonly [K in TypeKind]: boolean | ((type: TypeOf<K>, types: Types) => readonly Type[]) } = {
  ref: ({ id }, types) => [types.get(id) ?? { kind: "unknown" }],
  unknown: false,
  never: true,
  null: true,
  boolean: true,
  number: true,
  bigint: true,
  decimal: true,
  string: true,
  bytes: ({ encoding }) => [{ kind: encoding === "raw" ? "unknown" : "string" }],
  literal: true,
  array: false,
  tuple: false,
  object: false,
  union: ({ members }) => members,
  // An intersection with one plain member has no other values.
  intersection: ({ members }, types) => (members.some((it) => isPlain(it, types)) ? [] : members),
};

function holds(type: Type, types: Types, also: readonly TypeKind[], seen: readonly TypeId[] = []): boolean {
  if (also.includes(type.kind)) return true;
  // A type that is only itself has no values.
  if (type.kind === "ref" && seen.includes(type.id)) return true;
  const inside = type.kind === "ref" ? [...seen, type.id] : seen;
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const shape = shapes[type.kind] as boolean | ((type: Type, types: Types) => readonly Type[]);
  return typeof shape === "boolean" ? shape : shape(type, types).every((it) => holds(it, types, also, inside));
}
