/** `style: form`: names and values, the default of query and cookie parameters and of form bodies (RFC 6570, section 3.2.8). */
import { type Escape, listOf, membersOf, percentEncode } from "./style.js";

/** Exploded, as is the default: `color=blue&color=black` and `R=100&G=200`. */
export function form(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return membersOf(value, escape).map(([key = percentEncode(name), text]) => `${key}=${text}`);
}

/** Not exploded: `color=blue,black,brown` and `color=R,100,G,200`. */
export function formJoined(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return listOf(value, escape, ",").map((it) => `${percentEncode(name)}=${it}`);
}
