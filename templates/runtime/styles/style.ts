/**
 * How a parameter or a property of a form is written.
 *
 * A style gives pieces of text, already escaped, which the place joins: `&` in queries and forms, `; ` in cookies,
 * nothing in paths and headers. No piece means that there is nothing to send. One signature serves all places.
 */
export type Style = (name: string, value: unknown, escape?: Escape) => readonly string[];

/** Makes a text safe for the place where it goes. */
export type Escape = (text: string) => string;

/** Escapes all but the unreserved characters (RFC 3986, section 2.3), which is safe everywhere in a URL and in a form. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Leaves a text as it is: header values are not percent-encoded (OpenAPI 3.2, appendix D). */
export function verbatim(text: string): string {
  return text;
}

/** One member of a parameter's value; `key` is absent for the items of an array and for a value that has no members. */
export interface Member {
  readonly key?: string;
  readonly text: string;
}

/** The members of a value, escaped, without those that are undefined. */
export function membersOf(value: unknown, escape: Escape): readonly Member[] {
  if (!isContainer(value)) return [{ text: escape(textOf(value)) }];
  const keyed = !Array.isArray(value);
  return Object.entries(value)
    .filter(([, it]) => it !== undefined)
    .map(([key, it]) => ({ ...(keyed && { key: escape(key) }), text: escape(textOf(it)) }));
}

/** One piece that holds all members, keys and values in turn; none for an array or object without members (RFC 6570, section 2.3). */
export function listOf(value: unknown, escape: Escape, separator: string): readonly string[] {
  return joined(membersOf(value, escape), ({ key, text }) => (key === undefined ? text : key + separator + text), separator);
}

/** One piece that holds all members, keys and values as pairs (the exploded form). */
export function pairsOf(value: unknown, escape: Escape, separator: string): readonly string[] {
  return joined(membersOf(value, escape), ({ key, text }) => (key === undefined ? text : `${key}=${text}`), separator);
}

function joined(members: readonly Member[], write: (member: Member) => string, separator: string): readonly string[] {
  return members.length === 0 ? [] : [members.map(write).join(separator)];
}

/** An array or a plain object. What knows how to write itself (a date, a URL, a decimal) counts as one value. */
export function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null && !writesItself(value);
}

/** The text of one value: null is empty, a date is ISO 8601, and what lies deeper than a style reaches is JSON. */
export function textOf(value: unknown): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object") return String(value);
  return writesItself(value) ? textOf(value.toJSON()) : JSON.stringify(value);
}

function writesItself(value: object): value is { toJSON(): unknown } {
  return "toJSON" in value && typeof value.toJSON === "function";
}
