import type { Api } from "../ir/types.js";
import type { Held, Lock, Place } from "./lock.js";
import { moved, type Move } from "./moved.js";
import { longHash } from "./outline.js";
import { type Pair, settled } from "./pairs.js";
import type { Places } from "./places.js";
import { contentOf, type UseSketch, useSketchesIn } from "./use-sketch.js";
import { usesOf } from "./uses.js";

/**
 * What is new, and is just what something was that is not there any more, and stands where that was used. Where something else took
 * its place, all uses that the lock knows have to be of the new one. `known` is what has moved for sure.
 */
export function movedByUse(api: Api, { kept }: Lock, places: Places, known: readonly Move[]): readonly Move[] {
  const present = new Map(api.types.map((it) => [places.type(it), it]));
  const [left, arrived] = [new Set(known.map((it) => it.from)), new Set(known.map((it) => places.type(it.to)))];
  const gone = [...kept].flatMap(([from, held]): readonly Gone[] => {
    const sketches = useSketchesIn(held.sketches);
    const here = present.get(from);
    const isHere = here !== undefined && sketches.some((it) => it.content === contentOf(here.type));
    return sketches.length === 0 || isHere || left.has(from)
      ? []
      : [{ from, held, sketches, isTaken: here !== undefined }];
  });
  const fresh = gone.length === 0 ? [] : [...present].filter(([place]) => !kept.has(place) && !arrived.has(place));
  if (fresh.length === 0) return [];
  const before = new Map(known.map((it) => [places.type(it.to), it.from]));
  const uses = usesOf(api, places, (place) => moved(place, before));
  const candidates = fresh.map(([place, to]) => ({
    place,
    to,
    content: contentOf(to.type),
    uses: new Set([...(uses.get(to.id) ?? [])].map(longHash)),
  }));
  const pairs = gone.flatMap(({ from, held, sketches, isTaken }) =>
    candidates
      .filter((it) => sketches.some((old) => isUsedSo(old, it, isTaken)))
      .map(({ place, to }): Pair => ({ from, held, to, place, isEqual: true })),
  );
  return settled(pairs);
}

interface Gone {
  readonly from: Place;
  readonly held: Held;
  readonly sketches: readonly UseSketch[];
  readonly isTaken: boolean;
}

interface Used {
  readonly content: string;
  readonly uses: ReadonlySet<string>;
}

const isUsedSo = (old: UseSketch, { content, uses }: Used, isTaken: boolean): boolean =>
  old.content === content && (isTaken ? old.uses.every((it) => uses.has(it)) : old.uses.some((it) => uses.has(it)));
