import { byCodePoint } from "../ir/order.js";
import type { Type } from "../ir/types.js";
import { featuresOf, MARK, shortHash } from "./outline.js";

/**
 * What a type looks like, in few characters: enough to know it again at another place, also with a property more or less. It is
 * made of the properties with the lowest hashes (a bottom-k sketch), so that most changes of a large type leave it as it is, and
 * before them of those with a single value: these are there to tell a type from others, so they have to be the same. Undefined
 * for what is too simple to be told from others.
 */
export function sketchOf(type: Type): string | undefined {
  const features = featuresOf(type);
  const hashes = [...new Set(features.map(shortHash))].sort(byCodePoint);
  const marks = type.kind === "object" ? features.filter((it) => it.includes(MARK)) : [];
  const mark = marks.length === 0 ? "" : `${shortHash(marks.sort(byCodePoint).join())}-`;
  return hashes.length < LEAST ? undefined : mark + hashes.slice(0, KEPT).join(".");
}

/** Whether two sketches may be of one type: two thirds of it are the same. */
export function isAlike(a: string, b: string): boolean {
  const [[mark, one], [otherMark, other]] = [partsOf(a), partsOf(b)];
  const least = Math.max(LEAST, (Math.max(one.length, other.length) * 2) / 3);
  return mark === otherMark && one.filter((it) => other.includes(it)).length >= least;
}

/** The hashes of a sketch, by which it can be found. */
export const hashesOf = (sketch: string): readonly string[] => partsOf(sketch)[1];

const partsOf = (sketch: string): readonly [mark: string, hashes: readonly string[]] => [
  sketch.slice(0, sketch.indexOf("-") + 1),
  sketch.slice(sketch.indexOf("-") + 1).split("."),
];

const KEPT = 6;
const LEAST = 3;
