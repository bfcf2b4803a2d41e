import type { Content, Operation, Tag, Type, TypeId, TypeKind, TypeOf } from "./types.js";

/** The types directly inside a type, by kind; a kind added to the IR does not compile until it answers here. */
const inner: { readonly [K in TypeKind]: (type: TypeOf<K>) => readonly Type[] } = {
  ref: () => [],
  unknown: () => [],
  never: () => [],
  null: () => [],
  boolean: () => [],
  number: () => [],
  string: () => [],
  bytes: () => [],
  bigint: () => [],
  literal: () => [],
  array: (it) => [it.item],
  tuple: (it) => (it.rest === undefined ? it.items : [...it.items, it.rest]),
  object: (it) => [...it.properties.map((p) => p.type), ...(it.extra.kind === "typed" ? [it.extra.value] : [])],
  union: (it) => it.members,
  intersection: (it) => it.members,
};

/** Whether a type has no other inside it, as most have: what walks over all types passes these by. */
export const isLeaf = ({ kind }: Type): boolean => !BRANCHES.has(kind);
const BRANCHES: ReadonlySet<TypeKind> = new Set<TypeKind>(["array", "tuple", "object", "union", "intersection"]);

export function innerTypes(type: Type): readonly Type[] {
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const visit = inner[type.kind] as (type: Type) => readonly Type[];
  return visit(type);
}

/** Calls back for each type that an expression refers to by id. */
export function forEachRef(type: Type, callback: (id: TypeId) => void): void {
  if (type.kind === "ref") callback(type.id);
  if (type.kind === "union" && type.tag !== undefined) taggedTypes(type.tag).forEach(callback);
  for (const it of innerTypes(type)) forEachRef(it, callback);
}

/** The types that a tag names, that of what no case names among them. */
export const taggedTypes = ({ cases, fallback }: Tag): readonly TypeId[] => [
  ...cases.map((it) => it.id),
  ...(fallback === undefined ? [] : [fallback]),
];

/** The types that an operation mentions: of parameters, bodies, responses and their headers. */
export const typesOf = (operation: Operation): readonly Type[] => [
  ...operation.params.map((it) => it.type),
  ...(operation.body?.contents ?? []).flatMap(typesIn),
  ...operation.responses.flatMap((it) => [...it.contents.flatMap(typesIn), ...it.headers.map(({ type }) => type)]),
];

const typesIn = ({ type, item }: Content): readonly Type[] => (item === undefined ? [type] : [type, item]);
