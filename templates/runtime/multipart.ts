/**
 * Multipart bodies: each property is a part, and an array of it several of one name (RFC 7578); of a body that is an array
 * each item is a part without a name (RFC 2046, section 5.1).
 *
 * Written by hand, since `FormData` gives a part no header, takes all that has a content type for a file, and knows no
 * other multipart type. Without a stream it is a Blob of Blobs, which copies none of them, has a length, and can be sent again.
 */
import type { Draft } from "./draft.js";
import { putHeader } from "./headers.js";
import type { BodySpec, PartSpec } from "./operation.js";
import { given, own } from "./own.js";
import { BodyPart, type PartOptions } from "./part.js";
import { randomKey } from "./random-key.js";
import { type ByteStream, chunksIn, isByteStream, uploadOf } from "./streams/upload.js";
import { type Style, isContainer, textOf } from "./styles/style.js";

interface Part extends PartOptions {
  readonly name?: string;
  readonly value: unknown;
}
type Content = string | Blob | ArrayBuffer;

/** A Blob or File is a file, an object is JSON, and what the description gives a style is one part a pair. */
export function encodeMultipart(value: unknown, spec: BodySpec, draft: Draft): Blob | ReadableStream {
  const { contentType = "multipart/form-data" } = spec;
  const boundary = randomKey();
  const parts = partsOf(value, spec);
  // RFC 2387, section 3.1.
  const root = /\/related/i.test(contentType) && parts[0] && typeOf(parts[0]);
  putHeader(draft, "content-type", `${contentType}${root ? `; type="${root}"` : ""}; boundary=${boundary}`);
  const pieces = parts.flatMap((it) => [`--${boundary}\r\n${headOf(it)}\r\n`, contentOf(it.value, spec), "\r\n"]);
  const all = [...pieces, `--${boundary}--\r\n`];
  return all.some(isByteStream)
    ? uploadOf(chunks(all), draft)
    : new Blob(all.filter((it): it is Content => !isByteStream(it)));
}

async function* chunks(pieces: readonly (Content | ByteStream)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces)
    for await (const it of chunksIn(isByteStream(piece) ? piece : new Blob([piece]).stream())) yield it;
}

function partsOf(value: unknown, spec: BodySpec): readonly Part[] {
  const { prefix = [], item } = spec;
  if (Array.isArray(value)) return value.map((it: unknown, i) => partOf(it, prefix[i] ?? item));
  return given(isContainer(value) ? value : {}).flatMap(([name, it]): readonly Part[] => {
    const style = own(spec.styles, name);
    if (style !== undefined && !(it instanceof BodyPart)) return styled(style, name, it);
    const items: readonly unknown[] = Array.isArray(it) ? it : [it];
    return items
      .filter((member) => member !== undefined)
      .map((member) => ({ name, ...partOf(member, own(spec.parts, name)) }));
  });
}

/** What the call says of a part comes before what its value says of itself, and that before the description. */
function partOf(value: unknown, spec: PartSpec = {}): Part {
  const { content, options }: BodyPart<unknown> = value instanceof BodyPart ? value : new BodyPart(value, {});
  const told = options.contentType ?? ((content instanceof Blob && content.type) || concrete(spec.contentType));
  return {
    value: content,
    ...options,
    ...(told && { contentType: told }),
    headers: { ...spec.headers, ...options.headers },
  };
}

/** The pairs are those of a form; a part has no need for their escapes. */
function styled(style: Style, name: string, value: unknown): readonly Part[] {
  return style(name, value).map((pair): Part => {
    const [key = "", ...rest] = pair.split("=");
    return { name: decodeURIComponent(key), value: decodeURIComponent(rest.join("=")) };
  });
}

function headOf(part: Part): string {
  const { name, value, headers } = part;
  const usual = value instanceof File ? value.name : name !== undefined && isBinary(value) ? "blob" : undefined;
  const { filename = usual } = part;
  const disposition = [
    name === undefined ? "attachment" : `form-data; name="${quoted(name)}"`,
    ...(filename === undefined ? [] : [`filename="${quoted(filename)}"`]),
  ];
  const isTold = name !== undefined || filename !== undefined;
  const lines = given({ "Content-Type": typeOf(part), ...headers }).map(([key, it]) => headerLine(key, String(it)));
  return [...(isTold ? [`Content-Disposition: ${disposition.join("; ")}\r\n`] : []), ...lines].join("");
}

function headerLine(name: string, value: string): string {
  // A line break would begin another header, or the content.
  if (/[^!#$%&'*+\-.^`|~\w]/.test(name) || /[\0\r\n]/.test(value))
    throw new TypeError("A header of a part has an illegal character.");
  return `${name}: ${value}\r\n`;
}

/** What would end a name is escaped as browsers do (WHATWG HTML, "multipart/form-data encoding algorithm"). */
function quoted(text: string): string {
  return text.replace(/[\r\n"]/g, encodeURIComponent);
}

/** OpenAPI 3.2, section 4.15.1.1. A part that has none is text. */
function typeOf({ contentType, value }: Part): string | undefined {
  if (contentType !== undefined) return contentType;
  if (isBinary(value)) return "application/octet-stream";
  return isContainer(value) ? "application/json" : undefined;
}

function contentOf(value: unknown, { json = JSON.stringify }: BodySpec): Content | ByteStream {
  if (isBinary(value)) return value;
  return isContainer(value) ? json(value) : textOf(value);
}

/** A view of a buffer serves as the buffer does; the names of its type differ between versions of TypeScript. */
function isBinary(value: unknown): value is Blob | ArrayBuffer | ByteStream {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value) || isByteStream(value);
}

/** A description may allow several content types or a range (`image/*`); only one that is exact can be sent. */
function concrete(contentType: string | undefined): string | undefined {
  return contentType === undefined || /[*,]/.test(contentType) ? undefined : contentType;
}
