/** The same value with the keys of its objects in another order, at any depth; the same order each time. */
export const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, it]) => [key, shuffled(it)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => scrambled(a) - scrambled(b)));
};

/** Any number that depends on the text and does not grow with it (FNV-1a). */
const scrambled = (text: string): number =>
  [...text].reduce((hash, it) => Math.imul(hash ^ (it.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5);
