/** `style: cookie` (OpenAPI 3.2, section 4.12.2): `style: form` as cookies have it, where nothing is percent-encoded. */
import { listOf, membersOf } from "./style.js";

/** Exploded, as is the default: `color=blue; color=black` and `R=100; G=200`. */
export function cookie(name: string, value: unknown): readonly string[] {
  return membersOf(value, octets).map(([key = name, text]) => `${key}=${text}`);
}

/** Not exploded: `color=blue,black,brown` and `color=R,100,G,200`. */
export function cookieJoined(name: string, value: unknown): readonly string[] {
  return listOf(value, octets, ",").map((it) => `${name}=${it}`);
}

/** Refuses what no cookie can hold (RFC 6265, section 4.1.1) and what, in a key, would end it: it could be taken for another cookie. */
function octets(text: string, isKey?: boolean): string {
  if (/[^!#-+\--:<-[\]-~]/.test(text) || (isKey && text.includes("="))) {
    throw new TypeError("A cookie has a character that must be encoded.");
  }
  return text;
}
