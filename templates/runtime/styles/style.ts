import { given } from "../own.js";

/**
 * How a parameter or a property of a form is written.
 *
 * A style gives pieces of text, already escaped, which the place joins: `&` in queries and forms, `; ` in cookies,
 * nothing in paths and headers. No piece means that there is nothing to send. One signature serves all places.
 */
export type Style = (name: string, value: unknown, escape?: Escape) => readonly string[];

/** Makes a text safe for the place where it goes; what is safe in a value may end a key. */
export type Escape = (text: string, isKey?: boolean) => string;

/** Escapes all but the unreserved characters (RFC 3986, section 2.3), which is safe everywhere in a URL and in a form. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Leaves a text as it is: header values are not percent-encoded (OpenAPI 3.2, appendix D). */
export function verbatim(text: string): string {
  return text;
}

/** A member of an array has no key, and neither has a value that is its only member. */
export type Member = readonly [key: string | undefined, text: string];

/** The members of a value, escaped, without those that are undefined; none of undefined itself. */
export function membersOf(value: unknown, escape: Escape): readonly Member[] {
  if (!isContainer(value)) return value === undefined ? [] : [[undefined, escape(textOf(value))]];
  return given(value).map(([key, it]) => [Array.isArray(value) ? undefined : escape(key, true), escape(textOf(it))]);
}

/** All members in one piece; none for an array or an object without members (RFC 6570, section 2.3). */
export function listOf(
  value: unknown,
  escape: Escape,
  separator: string,
  afterKey: string = separator,
): readonly string[] {
  const items = membersOf(value, escape).map(([key, text]) => (key === undefined ? text : key + afterKey + text));
  return items.length === 0 ? [] : [items.join(separator)];
}

/** An array or an object; what knows how to write itself (a date, a URL, a decimal) counts as one value. */
export function isContainer(value: unknown): value is object {
  return !!value && typeof value === "object" && typeof (value as { toJSON?: unknown }).toJSON !== "function";
}

/** The text of one value: null is empty, a date is ISO 8601, and what lies deeper than a style reaches is JSON. */
export function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return isContainer(value) ? JSON.stringify(value) : String(value ?? "");
}
