/**
 * `style: spaceDelimited` and `style: pipeDelimited`: one pair, with delimiters that must be percent-encoded in a URL
 * (OpenAPI 3.2, section 4.12.6). Exploded, both are what `form` is.
 */
import { type Escape, listOf, percentEncode } from "./style.js";

/** `color=blue%20black%20brown`. */
export function spaceDelimited(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return listOf(value, escape, "%20").map((it) => `${percentEncode(name)}=${it}`);
}

/** `color=blue%7Cblack%7Cbrown`. */
export function pipeDelimited(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return listOf(value, escape, "%7C").map((it) => `${percentEncode(name)}=${it}`);
}
