import { byCodePoint } from "../ir/order.js";
import type { Type } from "../ir/types.js";

/**
 * What a type looks like, in few characters: enough to know it again at another place, also with a property more or less. It is
 * made of the properties with the lowest hashes (a bottom-k sketch), so that most changes of a large type leave it as it is, and
 * before them of those with a single value: these are there to tell a type from others, so they have to be the same. Undefined
 * for what is too simple to be told from others.
 */
export function sketchOf(type: Type): string | undefined {
  const features = featuresOf(type);
  const hashes = [...new Set(features.map(hash))].sort(byCodePoint);
  const marks = type.kind === "object" ? features.filter((it) => it.includes(MARK)) : [];
  const mark = marks.length === 0 ? "" : `${hash(marks.sort(byCodePoint).join())}-`;
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
/** What parts the name of a property from its only value. */
const MARK = "=";

function featuresOf(type: Type): readonly string[] {
  switch (type.kind) {
    case "object":
      return type.properties.map((it) => `${it.wireName}${it.type.kind === "literal" ? MARK : ":"}${outline(it.type)}`);
    case "intersection":
      return type.members.flatMap((it) => (it.kind === "ref" ? [outline(it)] : featuresOf(it)));
    case "union":
      return type.members.map(outline);
    default:
      return [];
  }
}

function outline(type: Type): string {
  switch (type.kind) {
    case "ref":
      return `@${type.id.slice(type.id.lastIndexOf("/") + 1)}`;
    case "array":
      return `[${outline(type.item)}]`;
    case "literal":
      return JSON.stringify(type.value);
    default:
      return type.kind;
  }
}

/** FNV-1a, folded to 16 bits: four digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (((value >>> 16) ^ value) & 0xffff).toString(16).padStart(4, "0");
}
