/** A request before its credentials: what all attempts of a call have in common. */
import { bodyOf } from "./body.js";
import type { CallOptions, Client } from "./client.js";
import { InputError, SdkError } from "./errors.js";
import { headersOf } from "./headers.js";
import type { OperationInput, OperationSpec, RequestBody } from "./operation.js";
import type { Follow } from "./redirect.js";
import { urlOf } from "./url.js";

/** The parts of a request. Credentials add to a copy of it. */
export interface Draft {
  readonly spec: OperationSpec;
  readonly headers: Headers;
  readonly body: RequestBody | null;
  url: string;
  /** Follows redirects in the place of `fetch`. */
  follow?: Follow;
}

/** Writes the input of a call. What cannot be written is an `InputError`. */
export function draftOf(client: Client, spec: OperationSpec, input: OperationInput, options: CallOptions): Draft {
  try {
    const { body, type } = bodyOf(spec, input);
    return {
      spec,
      url: urlOf(client, spec, input, options),
      headers: headersOf(client, spec, input, options, type),
      body,
    };
  } catch (cause) {
    throw cause instanceof SdkError ? cause : new InputError(spec, "the input cannot be written", { cause });
  }
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
