import { byCodePoint } from "../ir/order.js";
import type { Api, TypeDecl } from "../ir/types.js";
import type { Held, Lock, Place } from "./lock.js";
import type { Places } from "./places.js";
import { hashesOf, isAlike, sketchOf } from "./sketch.js";

/** A type that the lock knows at another place, where nothing is now, or something else. */
export interface Move {
  readonly from: Place;
  readonly held: Held;
  readonly to: TypeDecl;
}

/**
 * What moved, as far as it can be known again: what is new, and looks as something did that is not there any more. Where something
 * else took its place, it has to look exactly so. Each is part of one move at most, the most alike first.
 */
export function movesOf({ types }: Api, { kept }: Lock, places: Places): readonly Move[] {
  const present = new Map(types.map((it) => [places.type(it), it]));
  const gone = [...kept].filter(([place, it]) => it.sketches.length > 0 && !looks(it, present.get(place)));
  if (gone.length === 0) return [];
  const fresh = byHash([...present].filter(([place]) => !kept.has(place)));
  const pairs = gone.flatMap(([from, held]) => pairsOf(from, held, present.has(from), fresh));
  const taken = new Set<Place | TypeDecl>();
  return pairs.toSorted(byLikeness).filter(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return false;
    taken.add(from).add(to);
    return true;
  });
}

function looks({ sketches }: Held, declaration: TypeDecl | undefined): boolean {
  const sketch = declaration && sketchOf(declaration.type);
  return sketch !== undefined && sketches.some((it) => isAlike(it, sketch));
}

interface Fresh {
  readonly place: Place;
  readonly to: TypeDecl;
  readonly sketch: string;
}

/** What is new, by each hash of its sketch: to hold everything against everything would take long where all is called otherwise. */
function byHash(all: readonly (readonly [Place, TypeDecl])[]): ReadonlyMap<string, readonly Fresh[]> {
  const found = new Map<string, Fresh[]>();
  for (const [place, to] of all) {
    const sketch = sketchOf(to.type);
    for (const hash of sketch === undefined ? [] : hashesOf(sketch)) {
      const those = found.get(hash) ?? [];
      found.set(hash, those);
      those.push({ place, to, sketch: sketch ?? "" });
    }
  }
  return found;
}

interface Pair extends Move {
  readonly place: Place;
  readonly isEqual: boolean;
  readonly ends: number;
}

function pairsOf(
  from: Place,
  held: Held,
  isTaken: boolean,
  fresh: ReadonlyMap<string, readonly Fresh[]>,
): readonly Pair[] {
  const candidates = new Map(
    held.sketches.flatMap((it) => hashesOf(it).flatMap((hash) => fresh.get(hash) ?? [])).map((it) => [it.place, it]),
  );
  return [...candidates.values()].flatMap(({ place, to, sketch }): readonly Pair[] => {
    const isEqual = held.sketches.includes(sketch);
    if (!isEqual && (isTaken || !held.sketches.some((it) => isAlike(it, sketch)))) return [];
    return [{ from, held, to, place, isEqual, ends: alikeEnds(from, place) }];
  });
}

const byLikeness = (a: Pair, b: Pair): number =>
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
