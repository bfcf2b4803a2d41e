import { byCodePoint } from "../ir/order.js";
import type { TypeDecl } from "../ir/types.js";
import type { Place } from "./lock.js";
import type { Move } from "./moved.js";

/** A move that may be. */
export interface Pair extends Move {
  readonly place: Place;
  readonly isEqual: boolean;
}

/** The likeliest of them, so that each type is part of one at most. */
export function settled(pairs: readonly Pair[]): readonly Move[] {
  const taken = new Set<Place | TypeDecl>();
  const ranked = pairs.map((it) => ({ ...it, ends: alikeEnds(it.from, it.place) }));
  return ranked.toSorted(byLikeness).filter(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return false;
    taken.add(from).add(to);
    return true;
  });
}

interface Ranked extends Pair {
  readonly ends: number;
}

const byLikeness = (a: Ranked, b: Ranked): number =>
  Number(b.isEqual) - Number(a.isEqual) ||
  b.ends - a.ends ||
  byCodePoint(a.from, b.from) ||
  byCodePoint(a.place, b.place);

/** How many characters two names have in common at their ends: prefixes and suffixes are what is added to many at once. */
function alikeEnds(a: Place, b: Place): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end;
}
