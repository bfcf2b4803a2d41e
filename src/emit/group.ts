/** The items by a key of each, in order of first appearance; those without one are left out. */
export function groupBy<K, T>(
  items: readonly T[],
  keyOf: (item: T, index: number) => K | undefined,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  items.forEach((item, i) => {
    const key = keyOf(item, i);
    if (key === undefined) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  });
  return groups;
}
