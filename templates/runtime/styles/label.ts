/** `style: label`: values after a dot, for path parameters (RFC 6570, section 3.2.5). */
import { type Escape, listOf, percentEncode } from "./style.js";

/** `.blue,black,brown` and `.R,100,G,200`. */
export function label(_name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return listOf(value, escape, ",").map((it) => `.${it}`);
}

/** `.blue.black.brown` and `.R=100.G=200`. */
export function labelExplode(_name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return listOf(value, escape, ".", "=").map((it) => `.${it}`);
}
