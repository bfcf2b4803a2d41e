/** `style: matrix`: names and values after a semicolon, for path parameters (RFC 6570, section 3.2.7). */
import { type Escape, listOf, membersOf, percentEncode } from "./style.js";

/** `;color=blue,black,brown` and `;color=R,100,G,200`. */
export function matrix(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return listOf(value, escape, ",").map((it) => segment(percentEncode(name), it));
}

/** `;color=blue;color=black` and `;R=100;G=200`. */
export function matrixExplode(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return membersOf(value, escape).map(([key = percentEncode(name), text]) => segment(key, text));
}

/** An empty value is written without the equals sign. */
function segment(name: string, text: string): string {
  return text === "" ? `;${name}` : `;${name}=${text}`;
}
