import type { ParamWriter, Styles } from "../operation.js";
import { writeAll } from "../styles/pairs.js";
import { percentEncode } from "../styles/style.js";
import { withQuery } from "../url.js";

/** Writes the query. Styles are for what is neither one plain value nor an array that repeats its name. */
export function queryParams(styles?: Styles): ParamWriter {
  return (draft, { query }) => {
    // Brackets are legal in a form but not in a query (RFC 3986, section 3.4).
    const text = writeAll(query as object, styles, "&"); // The generated input types admit nothing else here.
    draft.url = withQuery(draft.url, text.replace(/[[\]]/g, percentEncode));
  };
}
