import type { ParamWriter, Styles } from "../operation.js";
import { queryParams } from "./query.js";

/** Writes the body, which is a form, as the query, beside the parameters that are there. */
export function formAsQuery(styles?: Styles): ParamWriter {
  const write = queryParams(styles);
  return (draft, { body }) => write(draft, { query: body });
}
