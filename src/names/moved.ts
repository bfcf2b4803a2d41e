import { byCodePoint } from "../ir/order.js";
import type { Api, TypeDecl } from "../ir/types.js";
import type { Held, Lock, Place } from "./lock.js";
import type { Places } from "./places.js";
import { isAlike, sketchOf } from "./sketch.js";

/** A type that the lock knows at another place, where nothing is now. */
export interface Move {
  readonly from: Place;
  readonly held: Held;
  readonly to: TypeDecl;
}

/** What moved, as far as it can be known again; each place is that of one move at most. */
export function movesOf({ types }: Api, { kept }: Lock, places: Places): readonly Move[] {
  const present = new Map(types.map((it) => [places.type(it), it]));
  const gone = [...kept].filter(([place, { sketches }]) => sketches.length > 0 && !present.has(place));
  if (gone.length === 0) return [];
  const candidates = new Map(
    [...present]
      .filter(([place]) => !kept.has(place))
      .toSorted(([a], [b]) => byCodePoint(a, b))
      .map(([, it]) => [it, sketchOf(it.type)]),
  );
  return gone
    .toSorted(([a], [b]) => byCodePoint(a, b))
    .flatMap(([from, held]) => {
      const to = [...candidates].find(
        ([, it]) => it !== undefined && held.sketches.some((old) => isAlike(old, it)),
      )?.[0];
      if (to === undefined) return [];
      candidates.delete(to);
      return [{ from, held, to }];
    });
}
