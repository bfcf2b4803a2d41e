/** API keys, by the place where they travel. */
import type { Draft } from "./draft.js";
import { putHeader } from "./headers.js";
import { followRedirects } from "./redirect.js";
import { percentEncode } from "./styles/style.js";
import { withQuery } from "./url.js";

/** An API key in a header of its own. `fetch` would carry it along to another origin, so redirects are followed here. */
export function apiKeyHeader(draft: Draft, key: string, name: string): void {
  putHeader(draft, name, key);
  draft.sender = followRedirects;
}

/** An API key in the query. */
export function apiKeyQuery(draft: Draft, key: string, name: string): void {
  draft.url = withQuery(draft.url, `${percentEncode(name)}=${percentEncode(key)}`);
}

/** An API key in a cookie, as it is: cookies have no escapes of their own (RFC 6265, section 4.1.1). */
export function apiKeyCookie(draft: Draft, key: string, name: string): void {
  const { headers } = draft;
  const others = headers.get("cookie");
  headers.delete("cookie");
  putHeader(draft, "cookie", `${others === null ? "" : `${others}; `}${name}=${key}`);
}
