/** API keys, by the place where they travel. */
import type { Draft } from "./draft.js";
import { ConnectionError } from "./errors.js";
import { putHeader } from "./headers.js";
import type { Middleware } from "./middleware.js";
import { percentEncode } from "./styles/style.js";
import { withQuery } from "./url.js";

type KeyScheme = (draft: Draft, key: string) => void;

/** An API key in a header of its own. `guardHeaders` keeps it from other origins. */
export function apiKeyHeader(name: string): KeyScheme {
  return (draft, key) => putHeader(draft, name, key);
}

/** An API key in the query, unless one is there: the link to the next page of a list may hold it already. */
export function apiKeyQuery(name: string): KeyScheme {
  return (draft, key) => {
    const [, ...query] = draft.url.split("?");
    if (!new URLSearchParams(query.join("?")).has(name))
      draft.url = withQuery(draft.url, `${percentEncode(name)}=${percentEncode(key)}`);
    draft.middleware = [...draft.middleware, unnamed];
  };
}

/** An API key in a cookie, as it is: cookies have no escapes of their own (RFC 6265, section 4.1.1). */
export function apiKeyCookie(name: string): KeyScheme {
  return (draft, key) => {
    const { headers } = draft;
    const others = headers.get("cookie");
    headers.delete("cookie");
    putHeader(draft, "cookie", `${others === null ? "" : `${others}; `}${name}=${key}`);
  };
}

/** What `fetch` fails with names the URL on some platforms, so with a key in it that is not told as the cause. */
const unnamed: Middleware = (request, next, call) =>
  next(request).catch((error: unknown) => {
    throw error instanceof ConnectionError ? new ConnectionError(call, "the connection failed") : error;
  });
