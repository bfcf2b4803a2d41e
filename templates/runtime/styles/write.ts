import type { Styles } from "../operation.js";
import { given, own } from "../own.js";
import type { Escape, Style } from "./style.js";

/** Writes the parameters of one place, each in its style: their names, and the pieces of each. */
export function write(
  values: object | undefined,
  styles: Styles | undefined,
  unstyled: Style,
  escape?: Escape,
): readonly (readonly [name: string, pieces: readonly string[]])[] {
  return given(values).map(([name, value]) => [name, (own(styles, name) ?? unstyled)(name, value, escape)]);
}

/** The same, in one text with this between the pieces. */
export function writeAll(
  values: object | undefined,
  styles: Styles | undefined,
  unstyled: Style,
  separator: string,
): string {
  return write(values, styles, unstyled)
    .flatMap(([, pieces]) => pieces)
    .join(separator);
}
