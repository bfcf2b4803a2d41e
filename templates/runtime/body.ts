/** The body of a request. */
import { InputError } from "./errors.js";
import type { BodySpec, OperationInput, OperationSpec, RequestBody } from "./operation.js";

/** A body as `fetch` takes it, and the content type to send with it unless `fetch` finds it out by itself. */
export interface Body {
  readonly body: RequestBody | null;
  readonly type?: string | undefined;
}

/** The body that a call sends, in the media type that it asks for. */
export function bodyOf(spec: OperationSpec, { body: value, contentType }: OperationInput): Body {
  if (value === undefined) return { body: null };
  const content = contentOf(spec, contentType);
  const body = content.encode(value, content);
  // Some descriptions give an empty form to methods that take no body.
  if (body === "" && /^(GET|HEAD|DELETE)$/.test(spec.method)) return { body: null };
  return { body, type: typeOf(content) };
}

function contentOf(spec: OperationSpec, contentType: string | undefined): BodySpec {
  const { bodies = [] } = spec;
  const content = contentType === undefined ? bodies[0] : bodies.find((it) => it.mediaType === contentType);
  if (content !== undefined) return content;
  throw new InputError(spec, `it takes no ${contentType ?? ""} body`);
}

/** The boundary of a multipart form is written by `fetch`; of a range of types (`image/*`) the value knows which it is. */
function typeOf({ mediaType = "*" }: BodySpec): string | undefined {
  return /^multipart\/form-data|\*/i.test(mediaType) ? undefined : mediaType;
}
