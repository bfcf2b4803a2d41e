/**
 * `multipart/form-data` bodies (RFC 7578): each property is a part, an array is several parts of one name.
 *
 * Written by hand, since `FormData` gives a part no header and takes all that has a content type for a file. A Blob of
 * Blobs copies none of them, has a length, and can be sent again.
 */
import { randomKey } from "./random-key.js";
import type { BodySpec, PartSpec } from "./operation.js";
import { given, own } from "./own.js";
import { type Style, isContainer, textOf } from "./styles/style.js";

type Part = readonly [name: string, value: unknown, spec?: PartSpec | undefined];

/** A Blob or File is a file, an object is JSON, and what the description gives a style is one part a pair. */
export function encodeMultipart(value: unknown, spec: BodySpec): Blob {
  const boundary = randomKey();
  const pieces = partsOf(value, spec).flatMap(([name, it, part]) => [
    `--${boundary}\r\n${headOf(name, it, part)}\r\n`,
    contentOf(it, spec),
    "\r\n",
  ]);
  return new Blob([...pieces, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

function partsOf(value: unknown, { styles, parts }: BodySpec): readonly Part[] {
  return given(isContainer(value) ? value : {}).flatMap(([name, it]): readonly Part[] => {
    const style = own(styles, name);
    if (style !== undefined) return styled(style, name, it);
    const items: readonly unknown[] = Array.isArray(it) ? it : [it];
    return items.filter((item) => item !== undefined).map((item) => [name, item, own(parts, name)]);
  });
}

/** The pairs are those of a form; a part has no need for their escapes. */
function styled(style: Style, name: string, value: unknown): readonly Part[] {
  return style(name, value).map((pair): Part => {
    const [key = "", ...rest] = pair.split("=");
    return [decodeURIComponent(key), decodeURIComponent(rest.join("="))];
  });
}

/** The headers of a part. What a Blob says of itself comes before what the description says of it. */
function headOf(name: string, value: unknown, { contentType, headers }: PartSpec = {}): string {
  const file = isBinary(value) ? `; filename="${quoted(value instanceof File ? value.name : "blob")}"` : "";
  const type = (value instanceof Blob && value.type) || concrete(contentType) || usualType(value);
  const lines = given({ "Content-Type": type, ...headers }).map(([key, it]) => `${key}: ${String(it)}\r\n`);
  return `Content-Disposition: form-data; name="${quoted(name)}"${file}\r\n${lines.join("")}`;
}

/** What would end a name is escaped as browsers do (WHATWG HTML, "multipart/form-data encoding algorithm"). */
function quoted(text: string): string {
  return text.replace(/[\r\n"]/g, encodeURIComponent);
}

/** OpenAPI 3.2, section 4.15.1.1. A part that has none is text. */
function usualType(value: unknown): string | undefined {
  if (isBinary(value)) return "application/octet-stream";
  return isContainer(value) ? "application/json" : undefined;
}

function contentOf(value: unknown, { json = JSON.stringify }: BodySpec): string | Blob | ArrayBuffer {
  if (isBinary(value)) return value;
  return isContainer(value) ? json(value) : textOf(value);
}

/** A view of a buffer serves as the buffer does; the names of its type differ between versions of TypeScript. */
function isBinary(value: unknown): value is Blob | ArrayBuffer {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** A description may allow several content types or a range (`image/*`); only one that is exact can be sent. */
function concrete(contentType: string | undefined): string | undefined {
  return contentType === undefined || /[*,]/.test(contentType) ? undefined : contentType;
}
