/** Credentials, and how those of the `Authorization` header travel. API keys have a file of their own. */
import type { Client } from "./client.js";
import type { Draft } from "./draft.js";
import { putHeader } from "./headers.js";

/**
 * A credential: the value itself, or a function that gives it. The function is called for each attempt, and told the
 * request that it is for and the name of the security scheme.
 */
export type Credential<T> = T | ((draft: Draft, client: Client, scheme: string) => T | Promise<T>);

/** The credential of HTTP basic authentication. */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** A security scheme: puts its credential on a request. */
export type Scheme = (draft: Draft, credential: never) => void;

/** HTTP basic authentication (RFC 7617). */
export function httpBasic(draft: Draft, { username, password }: BasicCredential): void {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  putHeader(draft, "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
}

/** A bearer token (RFC 6750); OAuth 2 and OpenID Connect send theirs the same way. */
export function httpBearer(draft: Draft, token: string): void {
  putHeader(draft, "authorization", `Bearer ${token}`);
}

/** Any other scheme of the `Authorization` header, by its name (RFC 9110, section 11.4). */
export function httpScheme(name: string): (draft: Draft, credential: string) => void {
  return (draft, credential) => putHeader(draft, "authorization", `${name} ${credential}`);
}
