import { arrayLiteral, inlineObject, objectLiteral, type Member } from "../src/emit/code.js";
import type { FileScope } from "../src/emit/file-scope.js";
import { quote } from "../src/emit/text.js";
import type { Codec, Content, Operation, Part } from "../src/ir/types.js";
import type { Exported } from "../src/names/names.js";
import { exactEncoder } from "./exact-numbers.js";
import { isInputOptional } from "./input-type.js";
import { partStyles, stylesLiteral } from "./param-writers.js";
import { runtimeExport } from "./runtime-symbols.js";
import type { Types } from "./value-shape.js";

/** How the body of an operation is encoded; of several media types, the one that the call asks for. Undefined without one. */
export function bodySpec(operation: Operation, types: Types, file: FileScope, at: string): string | undefined {
  const { body, method } = operation;
  if (body === undefined || body.in === "query") return undefined;
  if (body.contents.length === 0) return `{ encode: ${file.value(runtimeExport("unknown", "encodeUnknown"))} }`;
  const literals = body.contents.map((it) => literal(method, it, types, file));
  if (literals.length === 1) return literals.join("");
  const choose = file.value(runtimeExport("body", "bodyIn"));
  const choices = body.contents.map(({ mediaType }, i): Member => [mediaType, literals[i]]);
  return `${choose}(input${isInputOptional(operation) ? "?" : ""}.contentType, ${objectLiteral(choices, at)})`;
}

/** One file an encoder, so that an SDK carries only those that it uses. */
const ENCODERS: Readonly<Record<Codec, Exported>> = {
  json: runtimeExport("json", "encodeJson"),
  form: runtimeExport("form", "encodeForm"),
  multipart: runtimeExport("multipart", "encodeMultipart"),
  text: runtimeExport("text", "encodeText"),
  bytes: runtimeExport("bytes-body", "encodeBytes"),
  lines: runtimeExport("streams/json-lines", "encodeJsonLines"),
  // Nothing is known of a request that consists of events but that it is a text.
  events: runtimeExport("text", "encodeText"),
};

/** The media types that hold JSON texts beside others. */
const JSON_INSIDE: ReadonlySet<Codec> = new Set(["lines", "multipart"]);

/** The methods to which many descriptions give a form that nobody is meant to fill. */
const BODILESS = new Set(["GET", "HEAD", "DELETE"]);

/** Of a range of types (`image/*`) the value knows which it is, but what is encoded as JSON; multipart forms are what is usual. */
function typeLiteral({ mediaType, codec }: Content): string | undefined {
  if (!/^multipart\/form-data$|\*/i.test(mediaType)) return quote(mediaType);
  return codec === "json" ? quote("application/json") : undefined;
}

function encoderText(method: string, { codec, exact }: Content, file: FileScope): string {
  if (codec === "form" && BODILESS.has(method)) return file.value(runtimeExport("form", "encodeFormUnlessEmpty"));
  return codec === "json" && exact ? exactEncoder(exact, file) : file.value(ENCODERS[codec]);
}

function literal(method: string, content: Content, types: Types, file: FileScope): string {
  const { codec, parts, positions, exact } = content;
  const told = parts.flatMap((it): readonly Member[] => {
    const literal = partLiteral(it);
    return literal === undefined ? [] : [[it.wireName, literal]];
  });
  return inlineObject([
    ["contentType", typeLiteral(content)],
    ["encode", encoderText(method, content, file)],
    ["styles", stylesLiteral(partStyles(content, types), file)],
    ["json", exact && JSON_INSIDE.has(codec) ? exactEncoder(exact, file) : undefined],
    ["parts", told.length === 0 ? undefined : inlineObject(told)],
    ["prefix", positions?.prefix && arrayLiteral(positions.prefix.map((it) => partLiteral(it) ?? "{}"))],
    ["item", positions?.item && partLiteral(positions.item)],
  ]);
}

/** What is said of one part; undefined where nothing is. A style that is given makes the content type void (OpenAPI 3.2, section 4.15.1.2). */
function partLiteral({ contentType, headers = [], wire }: Omit<Part, "wireName">): string | undefined {
  const members: readonly Member[] = [
    ["contentType", contentType === undefined ? undefined : quote(contentType)],
    ["headers", headers.length === 0 ? undefined : inlineObject(headers.map((it) => [it.name, quote(it.value)]))],
  ];
  return wire !== undefined || members.every(([, value]) => value === undefined) ? undefined : inlineObject(members);
}
