import { byCodePoint } from "../ir/order.js";
import type { Type } from "../ir/types.js";

/**
 * What a type looks like, in few characters: enough to know it again at another place, also with a property more or less. It is
 * made of its four properties with the lowest hashes (a bottom-k sketch), so that most changes of a large type leave it as it
 * is. Undefined for what is too simple to be told from others.
 */
export function sketchOf(type: Type): string | undefined {
  const hashes = [...new Set(featuresOf(type).map(hash))].sort(byCodePoint);
  return hashes.length < LEAST ? undefined : hashes.slice(0, KEPT).join(".");
}

/** Whether two sketches may be of one type: a property that came, went or changed leaves three of the four. */
export function isAlike(a: string, b: string): boolean {
  const other = b.split(".");
  return a.split(".").filter((it) => other.includes(it)).length >= LEAST;
}

const KEPT = 4;
const LEAST = 3;

function featuresOf(type: Type): readonly string[] {
  switch (type.kind) {
    case "object":
      return type.properties.map((it) => `${it.wireName}:${outline(it.type)}`);
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
