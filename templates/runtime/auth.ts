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

/** A security scheme: how its credential is put on a request, and the name of the header, parameter or cookie where it has one. */
export interface Scheme {
  readonly apply: (draft: Draft, credential: never, name: string) => void;
  readonly name?: string;
  /** Of OAuth 2 with client credentials: where tokens come from, and the scopes that the API asks for as a whole. */
  readonly tokenUrl?: string;
  readonly scopes?: readonly string[];
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
  putHeader(draft, "authorization", `${scheme} ${credential}`);
}
