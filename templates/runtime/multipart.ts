/**
 * `multipart/form-data` bodies (RFC 7578): each property is a part, an array is several parts of one name.
 *
 * The boundary, and with it the content type, is written by `fetch`.
 */
import type { BodySpec, PartSpec } from "./operation.js";
import { given, own } from "./own.js";
import { type Style, isContainer, textOf } from "./styles/style.js";

/** A Blob or File is a file, an object is JSON, and what the description gives a style is one part a pair. */
export function encodeMultipart(value: unknown, { styles, parts }: BodySpec): FormData {
  const body = new FormData();
  for (const [name, it] of isContainer(value) ? given(value) : []) {
    const style = own(styles, name);
    if (style !== undefined) appendStyled(body, style, name, it);
    else for (const item of Array.isArray(it) ? it : [it]) body.append(name, partOf(item, own(parts, name)));
  }
  return body;
}

/** The pairs are those of a form; a part has no need for their escapes. */
function appendStyled(body: FormData, style: Style, name: string, value: unknown): void {
  for (const pair of style(name, value)) {
    const [key = "", ...rest] = pair.split("=");
    body.append(decodeURIComponent(key), decodeURIComponent(rest.join("=")));
  }
}

/** FormData can give a content type to files only, so a part that needs one is a file. */
function partOf(value: unknown, part: PartSpec | undefined): string | Blob {
  const type = concrete(part?.contentType);
  if (isBinary(value)) return file(value, type);
  if (isContainer(value)) return new Blob([JSON.stringify(value)], { type: type ?? "application/json" });
  return type === undefined ? textOf(value) : new Blob([textOf(value)], { type });
}

function file(value: Blob | ArrayBuffer, type: string | undefined): Blob {
  if (value instanceof Blob && (type === undefined || value.type !== "")) return value;
  const options = type === undefined ? {} : { type };
  return value instanceof File ? new File([value], value.name, options) : new Blob([value], options);
}

/** A view of a buffer serves as the buffer does; the names of its type differ between versions of TypeScript. */
function isBinary(value: unknown): value is Blob | ArrayBuffer {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** A description may allow several content types or a range (`image/*`); only one that is exact can be sent. */
function concrete(contentType: string | undefined): string | undefined {
  return contentType === undefined || /[*,]/.test(contentType) || contentType === "text/plain"
    ? undefined
    : contentType;
}
