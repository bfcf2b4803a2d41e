import type { Cursor } from "../cursor.js";

/** Whether two nodes are the same plain value: the order of keys does not matter, that of items does. */
export function sameValue(a: Cursor, b: Cursor): boolean {
  if (Array.isArray(a.value)) return sameItems(a, b, sameValue);
  if (a.isObject && b.isObject) return sameMembers(a, b, all, (_, one, two) => sameValue(one, two));
  return a.value === b.value;
}

export function sameItems(a: Cursor, b: Cursor, same: (a: Cursor, b: Cursor) => boolean): boolean {
  const [items, others] = [a.items(), b.items()];
  return (
    Array.isArray(b.value) &&
    items.length === others.length &&
    items.every((item, i) => others[i] !== undefined && same(item, others[i]))
  );
}

/** Compares the members that count. */
export function sameMembers(
  a: Cursor,
  b: Cursor,
  counts: (key: string) => boolean,
  same: (key: string, a: Cursor, b: Cursor) => boolean,
): boolean {
  const own = a.entries().filter(([key]) => counts(key));
  if (own.length !== b.entries().filter(([key]) => counts(key)).length) return false;
  return own.every(([key, one]) => {
    const two = b.get(key);
    return two !== undefined && same(key, one, two);
  });
}

export const all = (): boolean => true;
