import { putHeader } from "../headers.js";
import type { ParamWriter, Styles } from "../operation.js";
import { writeAll } from "../styles/pairs.js";

/** Writes the cookies that are parameters, escaped so that none can add another. */
export function cookieParams(styles?: Styles): ParamWriter {
  return (draft, { cookie }) => {
    const text = writeAll(cookie, styles, "; ");
    if (text !== "") putHeader(draft, "cookie", text);
  };
}
