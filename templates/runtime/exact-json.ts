/**
 * JSON whose numbers survive: those that a number cannot hold exactly are values of another kind.
 *
 * The platforms read and write them as numbers only. So on its way through `JSON` such a number is a string that begins
 * with NUL; a string that does so by itself gets a second one.
 */

/** What numbers of JSON are that a number does not hold. */
export interface ExactKind {
  /** Matches each text that may hold one. Most texts hold none and are read as they are. */
  readonly hint: RegExp;
  /** The value of a number, by its text; undefined for one that is none of this kind. */
  readonly read: (text: string) => unknown;
  /** The text of a value of this kind; undefined for any other. */
  readonly write: (value: unknown) => string | undefined;
}

/** Reads JSON as `JSON.parse` does, but for numbers of these kinds, of which the first counts. */
export function parseExact(...kinds: readonly ExactKind[]): (text: string) => unknown {
  const read = (token: string): unknown => first(kinds, (it) => it.read(token));
  const marked = (token: string, string: string | undefined, colon: string | undefined): string => {
    if (string === undefined) return read(token) === undefined ? token : `${NUL}${token}"`;
    return colon === undefined && token.startsWith(NUL) ? NUL + token.slice(1) : token;
  };
  const revived = (_key: string, value: unknown): unknown => {
    if (typeof value !== "string" || !value.startsWith("\0")) return value;
    const rest = value.slice(1);
    return rest.startsWith("\0") ? rest : read(rest);
  };
  return (text) =>
    kinds.some((it) => it.hint.test(text)) ? JSON.parse(text.replace(TOKENS, marked), revived) : JSON.parse(text);
}

/** Writes JSON as `JSON.stringify` does, but values of these kinds as the numbers that they are. */
export function encodeExact(...kinds: readonly ExactKind[]): (value: unknown) => string {
  return (value) =>
    // `JSON` itself has already asked `value` for its `toJSON`.
    JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key: string, it: unknown) {
      const text = first(kinds, (kind) => kind.write(this[key]));
      if (text !== undefined) return `\0${text}`;
      return typeof it === "string" && it.startsWith("\0") ? `\0${it}` : it;
    }).replace(TOKENS, unmarked);
}

function first<T>(kinds: readonly ExactKind[], ask: (kind: ExactKind) => T | undefined): T | undefined {
  for (const it of kinds) {
    const found = ask(it);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Strings, of which those before a colon are keys, and numbers (RFC 8259, sections 6 and 7), which are never keys. Strings are
 * taken lazily: what is greedy keeps a way back for each character, and platforms hold no more than some millions.
 */
const TOKENS = /("[^"\\]*?(?:\\.[^"\\]*?)*?")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?!\s*:)/g;
/** NUL at the start of a string, as JSON has it. */
const NUL = '"\\u0000';

function unmarked(token: string, string: string | undefined, colon: string | undefined): string {
  if (string === undefined || colon !== undefined || !token.startsWith(NUL)) return token;
  const rest = token.slice(NUL.length);
  return rest.startsWith("\\u0000") ? `"${rest}` : rest.slice(0, -1);
}
