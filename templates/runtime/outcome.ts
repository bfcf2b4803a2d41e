/** What came back: the response, and its body decoded by its media type. */
import { ConnectionError, DecodeError } from "./errors.js";
import type { OperationSpec } from "./operation.js";

/** An answer of the server. */
export type Outcome =
  | { readonly ok: true; readonly status: number; readonly data: unknown; readonly response: Response }
  | { readonly ok: false; readonly status: number; readonly error: unknown; readonly response: Response };

/** Reads a response to its end. */
export async function outcomeOf(spec: OperationSpec, response: Response): Promise<Outcome> {
  const { ok, status, headers } = response;
  const type = headers.get("content-type");
  if (ok) {
    const data = await read(spec, response, expectedFormat(type, spec.accept), (text) => {
      throw new DecodeError(spec, response, text, ": the body is not JSON");
    });
    return { ok, status, data, response };
  }
  // The status tells more than a body that broke off or is not what it says it is: neither hides it.
  const format = type === null ? "json" : formatOf(type);
  const error = await read(spec, response, format, (text) => text).catch(() => undefined);
  return { ok, status, error, response };
}

type Format = "json" | "text" | "bytes";

async function read(
  spec: OperationSpec,
  response: Response,
  format: Format,
  malformed: (text: string) => unknown,
): Promise<unknown> {
  if (spec.method === "HEAD" || [204, 205, 304].includes(response.status)) return undefined;
  if (format === "bytes") return nonEmpty(await received(spec, response.blob()));
  const text = await received(spec, response.text());
  if (format === "text") return text;
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return malformed(text);
  }
}

function nonEmpty(blob: Blob): Blob | undefined {
  return blob.size === 0 ? undefined : blob;
}

async function received<T>(spec: OperationSpec, body: Promise<T>): Promise<T> {
  try {
    return await body;
  } catch (cause) {
    throw new ConnectionError(spec, "the connection was lost before the answer was complete", { cause });
  }
}

/**
 * The format in which a successful answer is read: its own when it is one of those that were asked for. Else it is taken
 * for what was asked for, so that JSON sent as `text/plain` is JSON, and an HTML page in its place is an error.
 */
function expectedFormat(type: string | null, accept = "*/*"): Format {
  const [first = "bytes", ...rest] = accept.split(",").map(formatOf);
  const format = formatOf(type ?? "");
  return type !== null && (accept.includes("*") || rest.includes(format)) ? format : first;
}

function formatOf(type: string): Format {
  if (/[/+]json\s*(;|$)/i.test(type)) return "json";
  return /^\s*text\/|[/+]xml\b/i.test(type) ? "text" : "bytes";
}
