import type { Type } from "../ir/types.js";

/** What parts the name of a property from its only value. */
export const MARK = "=";

/** What a type is made of, in words. `name` stands for what it refers to, where the name of that is not to count. */
export function featuresOf(type: Type, name?: string): readonly string[] {
  switch (type.kind) {
    case "object":
      return type.properties.map(
        (it) => `${it.wireName}${it.type.kind === "literal" ? MARK : ":"}${outline(it.type, name)}`,
      );
    case "intersection":
      return type.members.flatMap((it) => (it.kind === "ref" ? [outline(it, name)] : featuresOf(it, name)));
    case "union":
      return type.members.map((it) => outline(it, name));
    default:
      return [];
  }
}

export function outline(type: Type, name?: string): string {
  switch (type.kind) {
    case "ref":
      return name ?? `@${type.id.slice(type.id.lastIndexOf("/") + 1)}`;
    case "array":
      return `[${outline(type.item, name)}]`;
    case "literal":
      return JSON.stringify(type.value);
    default:
      return type.kind;
  }
}

/** FNV-1a of 32 bits, folded to 16: four digits. */
export function shortHash(text: string): string {
  const value = fnv(text);
  return (((value >>> 16) ^ value) & 0xffff).toString(16).padStart(4, "0");
}

/** All of its 32 bits: eight digits. */
export const longHash = (text: string): string => fnv(text).toString(16).padStart(8, "0");

function fnv(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
