/** Names and values: what queries, cookies and forms are made of. */
import type { Styles } from "../operation.js";
import { given, own } from "../own.js";
import { type Escape, percentEncode, textOf } from "./style.js";

/** `color=blue`, and `color=blue&color=black` for an array: all of `style: form`, exploded, but its objects. */
export function pairs(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return [value]
    .flat()
    .filter((it) => it !== undefined)
    .map((it) => `${percentEncode(name)}=${escape(textOf(it))}`);
}

/** The members of a record in one text, each in its style or as pairs. */
export function writeAll(values: object | undefined, styles: Styles | undefined, separator: string): string {
  return given(values)
    .flatMap(([name, value]) => (own(styles, name) ?? pairs)(name, value))
    .join(separator);
}
