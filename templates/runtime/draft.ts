/** A request before its credentials: what all attempts of a call have in common. */
import type { CallOptions, Client } from "./client.js";
import { InputError } from "./errors.js";
import { putHeaders } from "./headers.js";
import type { Middleware } from "./middleware.js";
import type { OperationInput, OperationSpec, RequestBody } from "./operation.js";
import { randomKey } from "./random-key.js";
import { urlOf } from "./url.js";

/** The parts of a request, in the making. Credentials add to a copy of it. */
export interface Draft {
  readonly spec: OperationSpec;
  readonly headers: Headers;
  /** While the parameters are written, this is the path and query alone. */
  url: string;
  body: RequestBody | null;
  /** That of the client, outermost first; a credential may add some of its own, to renew itself. */
  middleware: readonly Middleware[];
  /** Whether it may be sent twice: twice does no more than once, and the body can be sent twice. */
  isRepeatable: boolean;
}

/** Writes the input of a call; throws what it will where that cannot be written. */
export function draftOf(client: Client, spec: OperationSpec, input: OperationInput, options: CallOptions): Draft {
  const { idempotencyHeader, headers: ofClient, middleware = [] } = client.options;
  const draft: Draft = { spec, headers: new Headers(), url: spec.path, body: null, middleware, isRepeatable: false };
  const key = idempotencyHeader ?? "Idempotency-Key";
  const isOnce = !/^(GET|HEAD|OPTIONS|PUT|DELETE|TRACE|QUERY)$/.test(spec.method);
  putHeaders(draft, { [key]: options.idempotencyKey });
  putHeaders(draft, options.headers);
  for (const write of spec.params ?? []) write(draft, input);
  putHeaders(draft, ofClient);
  if (spec.body && input.body !== undefined) draft.body = spec.body.encode(input.body, spec.body, draft);
  putHeaders(draft, {
    "content-type": draft.body === null ? undefined : spec.body?.contentType,
    accept: spec.accept,
    [key]: isOnce && idempotencyHeader ? randomKey() : undefined,
  });
  draft.isRepeatable = !(isOnce && !draft.headers.has(key)) && !(draft.body instanceof ReadableStream);
  draft.url = urlOf(client, spec, options, draft.url);
  return draft;
}

/** A copy for one attempt. */
export function copyOf(draft: Draft): Draft {
  return { ...draft, headers: new Headers(draft.headers) };
}

/** The request that `fetch` is given. */
export function requestOf(draft: Draft, signal: AbortSignal): Request {
  const { spec, url } = draft;
  // Streams are sent only where `duplex` is given, which the DOM's types do not know yet.
  const init: RequestInit & { readonly duplex: "half" } = { ...draft, method: spec.method, signal, duplex: "half" };
  try {
    return new Request(url, init);
  } catch {
    // The reason names the URL, in which a credential may stand.
    throw new InputError(spec, "fetch refuses it, is the base URL absolute?");
  }
}
