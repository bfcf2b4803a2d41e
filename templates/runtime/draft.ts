/** A request before its credentials: what all attempts of a call have in common. */
import { bodyOf } from "./body.js";
import type { CallOptions, Client } from "./client.js";
import { InputError, SdkError } from "./errors.js";
import { headersOf, putHeader } from "./headers.js";
import type { OperationInput, OperationSpec, RequestBody, Styles } from "./operation.js";
import { given, own } from "./own.js";
import type { Follow } from "./redirect.js";
import { form } from "./styles/form.js";
import { percentEncode } from "./styles/style.js";
import { urlOf, withQuery } from "./url.js";

/** The parts of a request; credentials add to a copy of it. */
export interface Draft {
  readonly spec: OperationSpec;
  /** Without the query parameters of the call. */
  readonly url: string;
  readonly query: string[];
  readonly cookies: string[];
  readonly headers: Headers;
  readonly body: RequestBody | undefined;
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
      query: pairs(input.query, spec.queryStyles),
      cookies: pairs(input.cookie, spec.cookieStyles),
      headers: headersOf(client, spec, input, options, type),
      body,
    };
  } catch (cause) {
    throw cause instanceof SdkError ? cause : new InputError(spec, "the input cannot be written", { cause });
  }
}

/** A copy for one attempt. */
export function copyOf(draft: Draft): Draft {
  return { ...draft, query: [...draft.query], cookies: [...draft.cookies], headers: new Headers(draft.headers) };
}

/** The request that `fetch` is given. */
export function requestOf({ spec, url, query, cookies, headers, body, follow }: Draft, signal: AbortSignal): Request {
  if (cookies.length > 0) putHeader(spec, headers, "cookie", cookies.join("; "));
  // Brackets are legal in a form but not in a query (RFC 3986, section 3.4).
  const target = withQuery(url, query.join("&").replace(/[[\]]/g, percentEncode));
  // Streams are sent only where `duplex` is given, which the DOM's types do not know yet.
  const init: RequestInit & { readonly duplex: "half" } = {
    method: spec.method,
    headers,
    body: body ?? null,
    signal,
    redirect: follow === undefined ? "follow" : "manual",
    duplex: "half",
  };
  try {
    return new Request(target, init);
  } catch {
    // The reason names the URL, in which a credential may stand.
    throw new InputError(spec, "fetch refuses it; is the base URL absolute, and without a password?");
  }
}

function pairs(values: object | undefined, styles: Styles | undefined): string[] {
  return given(values).flatMap(([name, value]) => (own(styles, name) ?? form)(name, value));
}
