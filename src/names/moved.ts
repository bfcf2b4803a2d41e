import type { Api, TypeDecl } from "../ir/types.js";
import type { Held, Lock, Place } from "./lock.js";
import { movedAlike } from "./moved-alike.js";
import { movedByUse } from "./moved-by-use.js";
import type { Places } from "./places.js";

/** A type that the lock knows at another place, where nothing is now, or something else. */
export interface Move {
  readonly from: Place;
  readonly held: Held;
  readonly to: TypeDecl;
}

/** What moved, as far as it can be known again: by what it looks like; what is too simple for that by where it is used. */
export function movesOf(api: Api, lock: Lock, places: Places): readonly Move[] {
  const moves = [...movedAlike(api, lock, places)];
  for (;;) {
    // What is known again uses others, which are known by that.
    const more = movedByUse(api, lock, places, moves);
    if (more.length === 0) return moves;
    moves.push(...more);
  }
}

/** The place where something is now that stood at another, or within what did. */
export function moved(place: Place, moves: ReadonlyMap<Place, Place>): Place {
  for (const [from, to] of moves) {
    if (place === from || place.startsWith(`${from}/`) || place.startsWith(`${from} `) || place.startsWith(`${from}#`))
      return to + place.slice(from.length);
  }
  return place;
}
