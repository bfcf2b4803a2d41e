import type { Api, TypeDecl } from "../ir/types.js";
import type { Held, Lock, Place } from "./lock.js";
import { type Pair, settled } from "./pairs.js";
import type { Places } from "./places.js";
import type { Move } from "./moved.js";
import { hashesOf, isAlike, sketchOf } from "./sketch.js";
import { useSketchesIn } from "./use-sketch.js";

/**
 * What is new, and looks as something did that is not there any more. Where something else took its place, it has to look exactly so.
 * Each is part of one move at most, the most alike first.
 */
export function movedAlike({ types }: Api, { kept }: Lock, places: Places): readonly Move[] {
  const present = new Map(types.map((it) => [places.type(it), it]));
  const gone = [...kept].filter(
    ([place, it]) => useSketchesIn(it.sketches).length < it.sketches.length && !looks(it, present.get(place)),
  );
  if (gone.length === 0) return [];
  const fresh = byHash([...present].filter(([place]) => !kept.has(place)));
  const pairs = gone.flatMap(([from, held]) => pairsOf(from, held, present.has(from), fresh));
  return settled(pairs);
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
    return [{ from, held, to, place, isEqual }];
  });
}
