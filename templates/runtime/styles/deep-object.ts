/**
 * `style: deepObject`: the way to each value in brackets.
 *
 * OpenAPI defines one level of an object. Arrays and deeper levels are written as the servers that use them read them:
 * `expand[0]=customer`, `items[0][price]=price_1`. A bracket inside a key is escaped, those of the style are not, so that
 * a reader can tell them apart. An array or an object without members sends nothing.
 */
import { type Escape, isContainer, percentEncode, textOf } from "./style.js";

/** `color[R]=100&color[G]=200`, at any depth. */
export function deepObject(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return descend(percentEncode(name), value, escape);
}

function descend(prefix: string, value: unknown, escape: Escape): readonly string[] {
  if (value === undefined) return [];
  if (!isContainer(value)) return [`${prefix}=${escape(textOf(value))}`];
  return Object.entries(value).flatMap(([key, it]) => descend(`${prefix}[${percentEncode(key)}]`, it, escape));
}
