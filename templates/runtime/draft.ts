/** A request before its credentials: what all attempts of a call have in common. */
import type { CallOptions, Client } from "./client.js";
import { InputError, SdkError } from "./errors.js";
import { putHeaders } from "./headers.js";
import { isIdempotent, keyHeaderOf, randomKey } from "./idempotency.js";
import type { Next } from "./middleware.js";
import type { OperationInput, OperationSpec, RequestBody } from "./operation.js";
import { urlOf } from "./url.js";

/** The parts of a request, in the making. Credentials add to a copy of it. */
export interface Draft {
  readonly spec: OperationSpec;
  readonly headers: Headers;
  /** While the parameters are written, this is the path and query alone. */
  url: string;
  body: RequestBody | null;
  /** Stands between the middleware and `fetch`, for what a credential needs: to follow redirects, to renew itself. */
  sender?: Sender;
}

/** Sends a request by `send`, once or more often. */
export type Sender = (spec: OperationSpec, request: Request, send: Next) => Promise<Response>;

/** Writes the input of a call. What cannot be written is an `InputError`. */
export function draftOf(client: Client, spec: OperationSpec, input: OperationInput, options: CallOptions): Draft {
  const { idempotencyHeader, headers: ofClient } = client.options;
  const headers = new Headers();
  const draft: Draft = { spec, headers, url: spec.path, body: null };
  const key = keyHeaderOf(client);
  try {
    putHeaders(draft, { [key]: options.idempotencyKey });
    putHeaders(draft, options.headers);
    for (const write of spec.params ?? []) write(draft, input);
    putHeaders(draft, ofClient);
    putHeaders(draft, {
      "content-type": writeBody(draft, input),
      accept: spec.accept,
      [key]: idempotencyHeader !== undefined && !isIdempotent(spec) ? randomKey() : undefined,
    });
    draft.url = urlOf(client, spec, options, draft.url);
  } catch (cause) {
    throw cause instanceof SdkError ? cause : new InputError(spec, "the input cannot be written", { cause });
  }
  return draft;
}

/** Writes the body and gives the content type to send with it; undefined where `fetch` knows better. */
function writeBody(draft: Draft, { body }: OperationInput): string | undefined {
  const { body: spec } = draft.spec;
  if (spec === undefined || body === undefined) return undefined;
  draft.body = spec.encode(body, spec);
  return draft.body === null ? undefined : spec.contentType;
}

/** A copy for one attempt. */
export function copyOf(draft: Draft): Draft {
  return { ...draft, headers: new Headers(draft.headers) };
}

/** The request that `fetch` is given. */
export function requestOf({ spec, url, headers, body }: Draft, signal: AbortSignal): Request {
  // Streams are sent only where `duplex` is given, which the DOM's types do not know yet.
  const init: RequestInit & { readonly duplex: "half" } = {
    method: spec.method,
    headers,
    body,
    signal,
    duplex: "half",
  };
  try {
    return new Request(url, init);
  } catch {
    // The reason names the URL, in which a credential may stand.
    throw new InputError(spec, "fetch refuses the request, is the base URL absolute?");
  }
}
