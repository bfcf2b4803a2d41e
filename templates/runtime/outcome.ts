/** What came back: the response, and its body decoded by its media type. */
import { ConnectionError, DecodeError } from "./errors.js";
import type { OperationSpec } from "./operation.js";

/** An answer of the server. */
export type Outcome =
  | { readonly ok: true; readonly status: number; readonly data: unknown; readonly response: Response }
  | { readonly ok: false; readonly status: number; readonly error: unknown; readonly response: Response };

/** Reads a response to its end. */
export async function outcomeOf(spec: OperationSpec, response: Response): Promise<Outcome> {
  const { ok, status } = response;
  if (ok) return { ok, status, data: await bodyOf(spec, response), response };
  // The status says more than a body that broke off or is not what it says it is: neither hides it.
  const error = await bodyOf(spec, response).catch((it: unknown) => (it instanceof DecodeError ? it.body : undefined));
  return { ok, status, error, response };
}

/** The body, decoded by its media type; undefined for an empty one. */
async function bodyOf(spec: OperationSpec, response: Response): Promise<unknown> {
  if (spec.method === "HEAD" || [204, 205, 304].includes(response.status)) return undefined;
  const format = formatOf(typeOf(spec, response));
  if (format === "bytes") {
    const blob = await received(spec, response.blob());
    return blob.size === 0 ? undefined : blob;
  }
  const text = await received(spec, response.text());
  if (format === "text") return text;
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    throw new DecodeError(spec, response, text, ": the body is not JSON");
  }
}

/** The media type by which the body is read; where the answer says none, it is the first that was asked for. */
function typeOf({ accept = "*" }: OperationSpec, { ok, headers }: Response): string {
  const type = headers.get("content-type") ?? accept;
  // The page of a proxy or a login in the place of an answer is none: it fails as what was asked for.
  return ok && /^text\/html/i.test(type) && !/html|\*/.test(accept) ? accept : type;
}

async function received<T>(spec: OperationSpec, body: Promise<T>): Promise<T> {
  try {
    return await body;
  } catch (cause) {
    throw new ConnectionError(spec, "the connection failed", { cause });
  }
}

type Format = "json" | "text" | "bytes";

/** The format of a media type; of a list of them, that of the first. */
function formatOf(mediaType: string): Format {
  if (/^[^,;]*[/+]json\s*(?:[,;]|$)/i.test(mediaType)) return "json";
  return /^(?:text\/|[^,;]*[/+]xml\b)/i.test(mediaType) ? "text" : "bytes";
}
