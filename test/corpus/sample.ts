import type { Description } from "./sources.js";

const SIZE = 60;
const LARGEST = 8;

/** A fixed choice that covers all packages and versions: the largest ones, and every so many of the rest. */
export function sampleOf(all: readonly Description[]): readonly Description[] {
  const bySize = all.toSorted((a, b) => b.size - a.size);
  const largest = new Set(bySize.slice(0, LARGEST));
  const groups = grouped(all);
  const few = [...groups.values()].flatMap((group) =>
    every(
      group.filter((it) => !largest.has(it)),
      4,
    ),
  );
  const rest = every(
    all.filter((it) => !largest.has(it) && !few.includes(it)),
    SIZE - LARGEST - few.length,
  );
  return [...largest, ...few, ...rest];
}

const packageOf = ({ name }: Description): string => name.split("/", name.startsWith("@") ? 2 : 1).join("/");

function grouped(all: readonly Description[]): ReadonlyMap<string, readonly Description[]> {
  const groups = new Map<string, Description[]>();
  for (const it of all) groups.set(packageOf(it), [...(groups.get(packageOf(it)) ?? []), it]);
  return groups;
}

/** So many of a list, evenly over it. */
const every = <T>(items: readonly T[], count: number): readonly T[] =>
  items.filter((_, i) => Math.floor((i * count) / items.length) !== Math.floor(((i - 1) * count) / items.length));
