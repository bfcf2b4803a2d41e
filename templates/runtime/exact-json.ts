/**
 * JSON whose integers survive: those that a number cannot hold exactly are bigints.
 *
 * The platforms read and write them as numbers only. So on its way through `JSON` such an integer is a string that begins
 * with NUL; a string that does so by itself gets a second one.
 */
/** Like `JSON.parse`. */
export function parseExact(text: string): unknown {
  // Most texts hold no integer that is long enough.
  return /\d{16}/.test(text) ? JSON.parse(text.replace(TOKENS, marked), revived) : JSON.parse(text);
}

/** JSON bodies, in which a bigint is written as an integer. */
export function encodeExactJson(value: unknown): string {
  return JSON.stringify(value, (_key, it: unknown) => {
    if (typeof it === "bigint") return `\0${it}`;
    return typeof it === "string" && it.startsWith("\0") ? `\0${it}` : it;
  }).replace(TOKENS, unmarked);
}

/** Strings, of which those before a colon are keys, and numbers (RFC 8259, sections 6 and 7). */
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** NUL at the start of a string, as JSON has it. */
const NUL = '"\\u0000';

function marked(token: string, string: string | undefined, colon: string | undefined): string {
  if (string === undefined)
    return /^-?[1-9]\d*$/.test(token) && !Number.isSafeInteger(Number(token)) ? `${NUL}${token}"` : token;
  return colon === undefined && token.startsWith(NUL) ? NUL + token.slice(1) : token;
}

function revived(_key: string, value: unknown): unknown {
  if (typeof value !== "string" || !value.startsWith("\0")) return value;
  const rest = value.slice(1);
  return rest.startsWith("\0") ? rest : BigInt(rest);
}

function unmarked(token: string, string: string | undefined, colon: string | undefined): string {
  if (string === undefined || colon !== undefined || !token.startsWith(NUL)) return token;
  const rest = token.slice(NUL.length);
  return rest.startsWith("\\u0000") ? `"${rest}` : rest.slice(0, -1);
}
