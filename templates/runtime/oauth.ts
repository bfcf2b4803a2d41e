/** OAuth 2 with client credentials (RFC 6749, section 4.4). */
import type { Client } from "./client.js";
import type { Draft } from "./draft.js";
import { InputError, SdkError } from "./errors.js";
import type { Middleware } from "./middleware.js";
import type { OperationSpec } from "./operation.js";
import { own } from "./own.js";
import { type ClientCredentials, type Token, requestToken } from "./token.js";

/**
 * A credential that gets its tokens itself: `auth: { oauth: clientCredentials({ clientId, clientSecret }) }`.
 *
 * A token is kept until shortly before it expires, one for each set of scopes; clients that are given the same credential
 * share its tokens. Calls that need a token at the same time wait for one request. Where the API refuses a token (401), a
 * new one is asked for and the request is sent once more.
 */
export function clientCredentials(
  credentials: ClientCredentials,
): (draft: Draft, client: Client, scheme: string) => Promise<string> {
  const tokens = new Map<string, Kept>();
  return async (draft, client, scheme) => {
    const { spec } = draft;
    const described = own(client.tokens, scheme);
    const scopes = credentials.scopes ?? own(spec.scopes, scheme) ?? described?.scopes ?? [];
    const url = absolute(draft, credentials.tokenUrl ?? described?.url ?? "");
    const tokenUnlike = (refused?: string): Promise<Token> =>
      keptToken(tokens, [url, ...scopes].join(" "), refused, spec, () =>
        requestToken(client, spec, url, scopes, credentials),
      );
    const { value } = await tokenUnlike();
    draft.middleware = [...draft.middleware, renewing(value, () => tokenUnlike(value))];
    return value;
  };
}

/** The token that is kept under this key, or a new one where that is stale or is the one that was refused. */
async function keptToken(
  tokens: Map<string, Kept>,
  key: string,
  refused: string | undefined,
  spec: OperationSpec,
  renew: () => Promise<Token>,
): Promise<Token> {
  for (let kept = tokens.get(key); kept !== undefined; kept = tokens.get(key)) {
    const token = await kept.token.catch(failingFor(spec, kept.spec));
    if (token.value !== refused && Date.now() < token.staleAt) return token;
    // Another call may have asked for a new one while this one waited.
    if (tokens.get(key) === kept) break;
  }
  const renewed = renew();
  tokens.set(key, { spec, token: renewed });
  // A failure is for the calls that wait for it, not for those to come.
  renewed.catch(() => tokens.delete(key));
  return renewed;
}

/** A token, and the operation that it was first asked for. */
interface Kept {
  readonly spec: OperationSpec;
  readonly token: Promise<Token>;
}

/** What one call waited for in vain another did too: each error names the operation of its own call. */
function failingFor(spec: OperationSpec, asker: OperationSpec): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof SdkError)) throw error;
    // Those of a request for a token are all made of these three.
    const Kind = error.constructor as typeof SdkError;
    const problem = error.message.slice(`${asker.method} ${asker.path}: `.length);
    throw new Kind(spec, problem, error);
  };
}

/** Sends the request again with a new token, once, where the token that it bears is refused. */
function renewing(refused: string, renew: () => Promise<Token>): Middleware {
  return async (request, next) => {
    const spare = request.clone();
    const response = await next(request);
    if (response.status !== 401 || spare.headers.get("authorization") !== `Bearer ${refused}`) return response;
    const { value } = await renew();
    await response.body?.cancel();
    const headers = new Headers(spare.headers);
    headers.set("authorization", `Bearer ${value}`);
    return next(new Request(spare, { headers }));
  };
}

function absolute({ spec, url }: Draft, tokenUrl: string): string {
  if (URL.canParse(tokenUrl)) return tokenUrl;
  if (tokenUrl === "" || !URL.canParse(tokenUrl, url)) throw new InputError(spec, "no tokenUrl is known, give one");
  return new URL(tokenUrl, url).href;
}
