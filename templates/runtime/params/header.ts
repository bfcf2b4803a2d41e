import { putHeader } from "../headers.js";
import type { ParamWriter, Styles } from "../operation.js";
import { given, own } from "../own.js";
import { textOf, verbatim } from "../styles/style.js";

/** Sets the headers that are parameters. Styles are for what is not one plain value; one that writes nothing sets no header. */
export function headerParams(styles?: Styles): ParamWriter {
  return (draft, { header }) => {
    for (const [name, value] of given(header)) {
      const pieces = own(styles, name)?.(name, value, verbatim) ?? [textOf(value)];
      for (const piece of pieces) putHeader(draft, name, piece);
    }
  };
}
