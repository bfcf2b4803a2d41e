/** The request for a token of OAuth 2 with client credentials (RFC 6749, section 4.4). */
import type { Client } from "./client.js";
import { within } from "./deadline.js";
import { ConnectionError, SdkError } from "./errors.js";
import type { OperationSpec } from "./operation.js";

/** How a client gets its tokens. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The scopes to ask for. Default: those that the description gives to the operation that is called. */
  readonly scopes?: readonly string[] | undefined;
  /** Where tokens come from. Default: what the description says, which may be relative to the base URL. */
  readonly tokenUrl?: string | undefined;
  /** How the client says who it is: in the header `Authorization` (the default), or in the body of the request. */
  readonly authentication?: "basic" | "body" | undefined;
  /** What the server wants to be told besides, such as `audience` or `resource`. */
  readonly params?: Readonly<Record<string, string>> | undefined;
}

export interface Token {
  readonly value: string;
  /** The time (in ms since 1970) from which on it is no longer used; none where the server does not tell. */
  readonly staleAt: number;
}

/**
 * Asks for a token. It is sent by the client's `fetch`, without its middleware. No error holds the secret, a token, or what the
 * server wrote but its error code; a server that is down or overloaded is a lost connection, so that the call is tried again.
 */
export function requestToken(
  client: Client,
  spec: OperationSpec,
  url: string,
  scopes: readonly string[],
  credentials: ClientCredentials,
): Promise<Token> {
  return within(spec, client.options.timeoutMs ?? 60_000, undefined, async (signal) => {
    const start = Date.now();
    const send = client.options.fetch ?? fetch;
    const response = await send(tokenRequest(url, scopes, credentials, signal)).catch((cause: unknown) => {
      throw new ConnectionError(spec, "no token, the connection failed", { cause });
    });
    const { access_token: value, expires_in: seconds, error } = await fieldsOf(response);
    if (response.ok && typeof value === "string" && value !== "") return { value, staleAt: start + lifetime(seconds) };
    const code = typeof error === "string" && /^[\w.-]{1,64}$/.test(error) ? ` ${error}` : "";
    const problem = `no token, the server that gives them answered ${response.status}${code}`;
    throw isBusy(response.status) ? new ConnectionError(spec, problem) : new SdkError(spec, problem);
  });
}

function tokenRequest(
  url: string,
  scopes: readonly string[],
  { clientId, clientSecret, authentication = "basic", params }: ClientCredentials,
  signal: AbortSignal,
): Request {
  const body = new URLSearchParams({ grant_type: "client_credentials", ...params });
  const headers = new Headers({ accept: "application/json" });
  if (scopes.length > 0) body.set("scope", scopes.join(" "));
  if (authentication === "body") {
    body.set("client_id", clientId);
    body.set("client_secret", clientSecret);
  } else headers.set("authorization", `Basic ${btoa(`${formEncode(clientId)}:${formEncode(clientSecret)}`)}`);
  // A redirect would take the secret along.
  return new Request(url, { method: "POST", headers, body, signal, redirect: "manual" });
}

/** RFC 6749, section 2.3.1: both parts are form-urlencoded before they are joined. */
function formEncode(text: string): string {
  return new URLSearchParams({ "": text }).toString().slice(1);
}

/** The milliseconds that a token is used: it is let go 30 s early, or a tenth of its life where that is short. */
function lifetime(seconds: unknown): number {
  const ms = Number(seconds ?? Infinity) * 1_000;
  return ms - Math.min(30_000, ms / 10);
}

function isBusy(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** The members of a JSON object; none where the answer is anything else. */
async function fieldsOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const json: unknown = await response.json().catch(() => undefined);
  return typeof json === "object" && json !== null ? { ...json } : {};
}
