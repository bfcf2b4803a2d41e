import type { Content, Operation, Tag, Type, TypeId, TypeKind, TypeOf } from "./types.js";

type Visit = (inner: Type) => void;
const none = (): void => {};
function visitMembers({ members }: { readonly members: readonly Type[] }, visit: Visit): void {
  for (const it of members) visit(it);
}

/** How the types directly inside a type are visited, by kind; a kind added to the IR does not compile until it answers here. */
const visitors: { readonly [K in TypeKind]: (type: TypeOf<K>, visit: Visit) => void } = {
  ref: none,
  unknown: none,
  never: none,
  null: none,
  boolean: none,
  number: none,
  string: none,
  bytes: none,
  bigint: none,
  decimal: none,
  literal: none,
  array: (it, visit) => visit(it.item),
  tuple: ({ items, rest }, visit) => {
    items.forEach(visit);
    if (rest !== undefined) visit(rest);
  },
  object: ({ properties, extra }, visit) => {
    for (const it of properties) visit(it.type);
    if (extra.kind === "typed") visit(extra.value);
  },
  union: visitMembers,
  intersection: visitMembers,
};

/** Whether a type has no other inside it, as most have: what walks over all types passes these by. */
export const isLeaf = ({ kind }: Type): boolean =>
  kind !== "object" && kind !== "union" && kind !== "array" && kind !== "intersection" && kind !== "tuple";

/** Calls back for each type directly inside a type. */
export function forEachInner(type: Type, visit: Visit): void {
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const visitor = visitors[type.kind] as (type: Type, visit: Visit) => void;
  visitor(type, visit);
}

export function innerTypes(type: Type): readonly Type[] {
  const found: Type[] = [];
  forEachInner(type, (it) => void found.push(it));
  return found;
}

/** Calls back for each type that an expression refers to by id. */
export function forEachRef(type: Type, callback: (id: TypeId) => void): void {
  const visit = (it: Type): void => {
    if (it.kind === "ref") callback(it.id);
    if (it.kind === "union" && it.tag !== undefined) taggedTypes(it.tag).forEach(callback);
    if (!isLeaf(it)) forEachInner(it, visit);
  };
  visit(type);
}

/** The types that a tag names, that of what no case names among them. */
export const taggedTypes = ({ cases, fallback }: Tag): readonly TypeId[] => [
  ...cases.map((it) => it.id),
  ...(fallback === undefined ? [] : [fallback]),
];

/** Calls back for each type that an operation mentions: of parameters, bodies, responses and their headers. */
export function forEachType({ params, body, responses }: Operation, visit: Visit): void {
  for (const { type } of params) visit(type);
  for (const it of body?.contents ?? NONE) visitContent(it, visit);
  for (const { contents, headers } of responses) {
    for (const it of contents) visitContent(it, visit);
    for (const { type } of headers) visit(type);
  }
}

function visitContent({ type, item }: Content, visit: Visit): void {
  visit(type);
  if (item !== undefined) visit(item);
}

const NONE: readonly Content[] = [];

export function typesOf(operation: Operation): readonly Type[] {
  const found: Type[] = [];
  forEachType(operation, (it) => void found.push(it));
  return found;
}
