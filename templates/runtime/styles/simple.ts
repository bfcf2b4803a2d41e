/** `style: simple`: comma-separated values, the default of path and header parameters (RFC 6570, section 3.2.2). */
import { type Escape, listOf, percentEncode } from "./style.js";

/** `blue,black,brown` and `R,100,G,200`. */
export function simple(_name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return listOf(value, escape, ",");
}

/** `blue,black,brown` and `R=100,G=200`. */
export function simpleExplode(_name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return listOf(value, escape, ",", "=");
}
