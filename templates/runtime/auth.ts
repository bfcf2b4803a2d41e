/**
 * Credentials and how they travel: a function for each kind of security scheme, of which a bundler keeps those that the
 * API uses.
 */
import type { Draft } from "./draft.js";
import { putHeader } from "./headers.js";
import { followRedirects } from "./redirect.js";
import { percentEncode } from "./styles/style.js";
import { withQuery } from "./url.js";

/** A credential: the value itself, or a function that gives it, called for each attempt. */
export type Credential<T> = T | (() => T | Promise<T>);

/** The credential of HTTP basic authentication. */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** A security scheme: how its credential is put on a request, and the name of the header, parameter or cookie where it has one. */
export interface Scheme {
  readonly apply: (draft: Draft, credential: never, name: string) => void;
  readonly name?: string;
}

/** HTTP basic authentication (RFC 7617). */
export function httpBasic(draft: Draft, { username, password }: BasicCredential): void {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  httpScheme(draft, btoa(String.fromCharCode(...bytes)), "Basic");
}

/** A bearer token (RFC 6750); OAuth 2 and OpenID Connect send theirs the same way. */
export function httpBearer(draft: Draft, token: string): void {
  httpScheme(draft, token, "Bearer");
}

/** Any other scheme of the `Authorization` header, by its name (RFC 9110, section 11.4). */
export function httpScheme(draft: Draft, credential: string, scheme: string): void {
  putHeader(draft.spec, draft.headers, "authorization", `${scheme} ${credential}`);
}

/** An API key in a header of its own. `fetch` would carry it along to another origin, so redirects are followed here. */
export function apiKeyHeader(draft: Draft, key: string, name: string): void {
  putHeader(draft.spec, draft.headers, name, key);
  draft.follow = followRedirects;
}

/** An API key in the query. */
export function apiKeyQuery(draft: Draft, key: string, name: string): void {
  draft.url = withQuery(draft.url, `${percentEncode(name)}=${percentEncode(key)}`);
}

/** An API key in a cookie, as it is: cookies have no escapes of their own (RFC 6265, section 4.1.1). */
export function apiKeyCookie({ spec, headers }: Draft, key: string, name: string): void {
  const others = headers.get("cookie");
  headers.delete("cookie");
  putHeader(spec, headers, "cookie", `${others === null ? "" : `${others}; `}${name}=${key}`);
}
