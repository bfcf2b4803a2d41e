/**
 * How a server would read what a style writes, from the definitions of OpenAPI and RFC 6570 alone: nothing here shares a line
 * with the writers.
 */

/** From the text on the wire to the value; objects are lists of entries, so that no key is special. */
export type Decoder = (text: string) => unknown;

export const whole: Decoder = decodeURIComponent;

export const json: Decoder = (text) => JSON.parse(decodeURIComponent(text)) as unknown;

/** A list; with `afterKey` an object. */
export const joined =
  (separator: string, afterKey?: string): Decoder =>
  (text) => {
    const items = text === "" ? [] : text.split(separator);
    if (afterKey === undefined) return items.map(decodeURIComponent);
    if (afterKey === separator) {
      return items.flatMap((key, i) => (i % 2 === 0 ? [[key, items[i + 1] ?? ""].map(decodeURIComponent)] : []));
    }
    return items.map((it) => halves(it, afterKey).map(decodeURIComponent));
  };

/** After the dot of a label. */
export const labelled =
  (decode: Decoder): Decoder =>
  (text) =>
    decode(after(".", text));

/** After `;color=`; an empty value has no equals sign. */
export const matrix =
  (decode: Decoder): Decoder =>
  (text) =>
    decode(halves(after(";", text), "=")[1]);

/** The value of the only pair. */
export const pairs =
  (separator: string, decode: Decoder): Decoder =>
  (text) => {
    if (text.includes(separator)) throw new Error(`more than one pair: ${text}`);
    return text === "" ? [] : decode(halves(text, "=")[1]);
  };

/** The values of pairs of one name. */
export const repeated =
  (separator: string): Decoder =>
  (text) =>
    split(text, separator).map((it) => decodeURIComponent(halves(it, "=")[1]));

/** Pairs that are the members of an object. */
export const members =
  (separator: string): Decoder =>
  (text) =>
    split(text, separator).map((it) => halves(it, "=").map(decodeURIComponent));

/** Names with brackets, in the order in which they stand; arrays are objects with the keys 0, 1, ... */
export const deepObject: Decoder = (text) => {
  const root: Entries = [];
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = name.split("[").map((it, i) => (i === 0 ? it : it.replace(/\]$/, "")));
    put(root, keys.slice(1), value);
  }
  return root;
};

type Entries = [key: string, value: string | Entries][];

function put(entries: Entries, [key = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) return void entries.push([key, value]);
  const known = entries.find(([it]) => it === key)?.[1];
  if (Array.isArray(known)) return put(known, rest, value);
  const inner: Entries = [];
  entries.push([key, inner]);
  put(inner, rest, value);
}

/** Matrix segments start with their separator, others are between them. */
const split = (text: string, separator: string): readonly string[] => {
  const items = separator === ";" ? after(";", text) : text;
  return text === "" ? [] : items.split(separator);
};

function halves(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

function after(prefix: string, text: string): string {
  if (!text.startsWith(prefix)) throw new Error(`no ${prefix} at the start of ${text}`);
  return text.slice(prefix.length);
}
