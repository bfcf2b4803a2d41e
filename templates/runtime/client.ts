/** A client: where the API is, who calls it, and how calls behave. It is plain data, shared by any number of calls. */
import type { Scheme } from "./auth.js";
import type { Middleware } from "./middleware.js";
import type { RetryPolicy } from "./retry.js";
import type { Security, ServerSpec } from "./operation.js";

/** What operations are called with; made by `createClient`. */
export interface Client {
  readonly servers: readonly ServerSpec[];
  readonly schemes: Readonly<Record<string, Scheme>>;
  readonly security: Security;
  readonly tokens?: Tokens;
  readonly options: ClientOptions;
}

/** What a description says of the API as a whole. */
export interface ApiSpec {
  readonly servers: readonly ServerSpec[];
  /** How the credential of each security scheme is sent; one that needs nothing in a request, such as mutual TLS, is left out. */
  readonly schemes: Readonly<Record<string, Scheme>>;
  /** By the names of the schemes. */
  readonly security: Security;
  readonly tokens?: Tokens;
}

/** Where OAuth 2 with client credentials gets its tokens, and the scopes that the API asks for as a whole; by security scheme. */
export type Tokens = Readonly<Record<string, { readonly url?: string; readonly scopes?: readonly string[] }>>;

/** How calls behave, where neither the client nor the call says otherwise. */
interface Behaviour<ServerUrl extends string> {
  /** Where requests go: one URL instead of every server of the description, or a URL for each server's URL. */
  readonly baseUrl?: string | { readonly [Url in ServerUrl]?: string | undefined } | undefined;
  /**
   * Sent with each request. One given by a call wins, and both win over those that the SDK sets. Credentials belong in
   * `auth`: headers given here go along when a server redirects to another origin, but for `Authorization`, `Cookie` and
   * those that the description names for API keys, unless the middleware `guardRedirects` is there.
   */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** The time that one attempt may take, reading the body included. Default 60000; 0 is no limit. */
  readonly timeoutMs?: number | undefined;
  /**
   * How often a call is tried again after a connection error or an answer of 408, 409, 429 or 5xx. Default 2.
   * Only calls that may safely be made twice are: those of idempotent methods and those with an idempotency key.
   */
  readonly maxRetries?: number | undefined;
  /** Decides otherwise which failures are worth another attempt, and after how long. */
  readonly retryPolicy?: RetryPolicy | undefined;
}

export interface ClientOptions<
  Auth extends object = object,
  ServerVariables extends object = object,
  ServerUrl extends string = string,
> extends Behaviour<ServerUrl> {
  /** Credentials by security scheme. A call uses the first combination of schemes for which all are given. */
  readonly auth?: Auth | undefined;
  /** The variables in the server's URL. */
  readonly server?: ServerVariables | undefined;
  /** Used instead of the global `fetch`, and always given a `Request`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Sees each attempt's request and response, the first of the list outermost. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** The header of idempotency keys. When set, each call of a method that is not idempotent gets a key, kept over its attempts. */
  readonly idempotencyHeader?: string | undefined;
}

/** What one call does otherwise than its client. */
export interface CallOptions<
  Auth extends object = object,
  ServerUrl extends string = string,
> extends Behaviour<ServerUrl> {
  /** Ends the call with an `AbortError`; with a `TimeoutError` where it is one of `AbortSignal.timeout()`. */
  readonly signal?: AbortSignal | undefined;
  /** Credentials that this call uses before those of the client. */
  readonly auth?: Auth | undefined;
  /** Marks repetitions of one request as such, in the client's `idempotencyHeader` (default `Idempotency-Key`). */
  readonly idempotencyKey?: string | undefined;
}

/** What holds for one call: its own options, and those of its client where it has none. */
export type Settings = ClientOptions & CallOptions;

/** Joins what the description says with what the user wants. */
export function createClient(api: ApiSpec, options: ClientOptions): Client {
  // The options hold credentials. What an object inherits is neither logged nor serialized with it.
  return Object.create({ ...api, options } satisfies Client);
}
