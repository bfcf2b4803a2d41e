import type { Property, Type, TypeId, TypeKind, TypeOf } from "./types.js";

export type IsSame = (a: TypeId, b: TypeId) => boolean;

/** How two of a kind are held against each other; a kind added to the IR does not compile until it answers here. */
const comparisons: { readonly [K in TypeKind]: (a: TypeOf<K>, b: TypeOf<K>, isSame: IsSame) => boolean } = {
  ref: (a, b, isSame) => isSame(a.id, b.id),
  unknown: () => true,
  never: () => true,
  bigint: () => true,
  decimal: () => true,
  null: () => true,
  boolean: () => true,
  number: isEqual,
  string: isEqual,
  bytes: isEqual,
  literal: (a, b) => a.value === b.value,
  array: (a, b, isSame) => isEqual(a.check, b.check) && isAlike(a.item, b.item, isSame),
  tuple: (a, b, isSame) => a.items.length === b.items.length && areAlike(withRest(a), withRest(b), isSame),
  object: (a, b, isSame) => hasAll(a.properties, b.properties, isSame) && isAlikeBeyond(a, b, isSame),
  union: (a, b, isSame) => areAlike(a.members, b.members, isSame) && isEqual(a.tag, b.tag),
  intersection: (a, b, isSame) => areAlike(a.members, b.members, isSame),
};

/**
 * Whether two types are of the same structure and documentation, wherever their authors wrote them; `isSame` may hold for references
 * to different types.
 */
export function isAlike(a: Type, b: Type, isSame: IsSame = (one, other) => one === other): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const compare = comparisons[a.kind] as (a: Type, b: Type, isSame: IsSame) => boolean;
  return compare(a, b, isSame);
}

const areAlike = (a: readonly Type[], b: readonly Type[], isSame: IsSame): boolean =>
  a.length === b.length && a.every((it, i) => isAlike(it, b[i] ?? it, isSame));

const withRest = ({ items, rest }: TypeOf<"tuple">): readonly Type[] => (rest === undefined ? items : [...items, rest]);

/** The order in which an author lists properties says nothing of the values. */
const hasAll = (a: readonly Property[], b: readonly Property[], isSame: IsSame): boolean =>
  a.length === b.length &&
  a.every((it, i) => {
    const beside = b[i]?.wireName === it.wireName ? b[i] : b.find(({ wireName }) => wireName === it.wireName);
    return beside !== undefined && isAlikeProperty(it, beside, isSame);
  });

const isAlikeProperty = (a: Property, b: Property, isSame: IsSame): boolean =>
  a.required === b.required &&
  a.access === b.access &&
  isAlike(a.type, b.type, isSame) &&
  isEqual(a.doc, b.doc) &&
  isEqual(a.fallback, b.fallback) &&
  isEqual(a.check, b.check);

function isAlikeBeyond({ extra: a }: TypeOf<"object">, { extra: b }: TypeOf<"object">, isSame: IsSame): boolean {
  if (a.kind === "typed" && b.kind === "typed") return isAlike(a.value, b.value, isSame);
  return a.kind === b.kind;
}

/** Whether plain data is the same, the order of keys included. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((it, i) => isEqual(it, b[i]));
  if (isList(b)) return false;
  const keys = Object.keys(a);
  let at = 0;
  for (const key in b) {
    const one = a[key];
    const other = b[key];
    // Nearly all are the same text or number, of which nothing more is asked.
    if (key !== keys[at] || (one !== other && !isEqual(one, other))) return false;
    at++;
  }
  return at === keys.length;
}

const isList = (it: object): it is readonly unknown[] => Array.isArray(it);
const isObject = (it: unknown): it is Readonly<Record<string, unknown>> => typeof it === "object" && it !== null;
