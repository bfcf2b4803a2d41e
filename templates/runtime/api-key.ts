/** API keys, by the place where they travel. */
import type { Draft } from "./draft.js";
import { putHeader } from "./headers.js";
import { percentEncode } from "./styles/style.js";
import { withQuery } from "./url.js";

/** An API key in a header of its own. `guardHeaders` keeps it from other origins. */
export function apiKeyHeader(draft: Draft, key: string, name: string): void {
  putHeader(draft, name, key);
}

/** An API key in the query, unless one is there: the link to the next page of a list may hold it already. */
export function apiKeyQuery(draft: Draft, key: string, name: string): void {
  const [, ...query] = draft.url.split("?");
  if (!new URLSearchParams(query.join("?")).has(name))
    draft.url = withQuery(draft.url, `${percentEncode(name)}=${percentEncode(key)}`);
}

/** An API key in a cookie, as it is: cookies have no escapes of their own (RFC 6265, section 4.1.1). */
export function apiKeyCookie(draft: Draft, key: string, name: string): void {
  const { headers } = draft;
  const others = headers.get("cookie");
  headers.delete("cookie");
  putHeader(draft, "cookie", `${others === null ? "" : `${others}; `}${name}=${key}`);
}
