/** What came back: the response, and its body decoded by its media type. */
import { connected } from "./connected.js";
import { DecodeError } from "./errors.js";
import type { Exchange, OperationSpec } from "./operation.js";

/** An answer of the server. */
export type Outcome =
  | { readonly ok: true; readonly status: number; readonly data: unknown; readonly response: Response }
  | { readonly ok: false; readonly status: number; readonly error: unknown; readonly response: Response };

/** Reads a response to its end, unless it is a stream. */
export async function outcomeOf(response: Response, exchange: Exchange): Promise<Outcome> {
  const { ok, status } = response;
  const body = bodyOf(response, exchange);
  if (ok) return { ok, status, data: await body, response };
  // The status says more than a body that broke off or is not what it says it is: neither hides it.
  const error = await body.catch((it: Partial<DecodeError>) => it.body);
  return { ok, status, error, response };
}

/** The body, decoded by its media type; undefined for an empty one where the description has none. */
async function bodyOf(response: Response, exchange: Exchange): Promise<unknown> {
  const { spec } = exchange.draft;
  // The answer to HEAD, and those of which the status says so (Fetch, section 2.2.3).
  if (response.body === null) return undefined;
  const asked = askedFor(spec, response);
  const type = typeOf(asked, response);
  const isJson = /[/+]json$/.test(type);
  const reader = spec.readers?.find((it) => it.types.test(type));
  if (reader) return connected(spec, () => reader.read(response, exchange));
  const text = await connected(spec, () => response.text());
  if (text === "" && !(response.ok && asked)) return undefined;
  try {
    return isJson ? (spec.parse ?? JSON.parse)(text) : text;
  } catch {
    throw new DecodeError(spec, response, text, ": the body is not JSON");
  }
}

/** The media types that the description has for such an answer, as in `Accept`: none for a success without content. */
function askedFor({ accept = "", empty = [] }: OperationSpec, { ok, status }: Response): string {
  return ok && (empty === true || empty.includes(status)) ? "" : accept;
}

/**
 * The media type by which the body is read. A success that says none, or one that was not asked for, such as the page of
 * a proxy or a login in the place of an answer, is read as what was asked for first: it fails as that.
 */
function typeOf(asked: string, { ok, headers }: Response): string {
  const type = essenceOf(headers.get("content-type") || asked);
  return ok && asked && !asked.includes("*") && !asked.includes(type) ? essenceOf(asked) : type;
}

/** The first media type that is named, without its parameters. */
function essenceOf(types: string): string {
  return types.toLowerCase().replace(/[\s,;].*/s, "");
}
