/** Parameters that are the whole query (OpenAPI 3.2, section 4.12.1: `in: querystring`), where that is no form. */
import type { ParamWriter } from "../operation.js";
import { percentEncode } from "../styles/style.js";
import { withQuery } from "../url.js";

/** Writes the query as JSON. */
export function jsonQuery(write: (value: unknown) => string = JSON.stringify): ParamWriter {
  return wholeQuery(write);
}

/** Writes the query as text. */
export function textQuery(): ParamWriter {
  return wholeQuery(String);
}

function wholeQuery(write: (value: unknown) => string): ParamWriter {
  return (draft, { query }) => {
    if (query !== undefined) draft.url = withQuery(draft.url, percentEncode(write(query)));
  };
}
