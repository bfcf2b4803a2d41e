/**
 * `style: deepObject` for servers that read arrays without indexes. Where an item is an object, such a server must guess
 * where the next one starts; it is told only by a key that comes again.
 */
import { type Escape, isContainer, percentEncode, textOf } from "./style.js";

/** `color[]=blue&color[]=black` and `items[][price]=p1`, as Rails and PHP read them. */
export function deepObjectBrackets(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return descend(percentEncode(name), value, escape, "[]");
}

/** `color=blue&color=black` and `filter[tags]=a&filter[tags]=b`. */
export function deepObjectRepeat(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return descend(percentEncode(name), value, escape, "");
}

function descend(prefix: string, value: unknown, escape: Escape, item: string): readonly string[] {
  if (value === undefined) return [];
  if (!isContainer(value)) return [`${prefix}=${escape(textOf(value))}`];
  const step = (key: string): string => (Array.isArray(value) ? item : `[${percentEncode(key)}]`);
  return Object.entries(value).flatMap(([key, it]) => descend(prefix + step(key), it, escape, item));
}
