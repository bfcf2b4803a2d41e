import { arrayLiteral, inlineObject, objectLiteral, type Member } from "../src/emit/code.js";
import type { FileScope } from "../src/emit/file-scope.js";
import { quote } from "../src/emit/text.js";
import type { Codec, Content, Operation, ParamPlace, PathSegment, Security, Server } from "../src/ir/types.js";
import type { Exported } from "../src/names/names.js";
import { styleOf } from "./runtime-symbols.js";

/** What the runtime must know to make a call: an object literal that mentions just the encoders and styles it needs. */
export function operationSpec(operation: Operation, file: FileScope): string {
  const { id, method, path, body, responses, security, servers } = operation;
  const accept = new Set(responses.flatMap((it) => it.contents.map((content) => content.mediaType)));
  return objectLiteral([
    ["id", quote(id)],
    ["method", quote(method)],
    ["path", quote(pathTemplate(path))],
    ...(["path", "query", "header", "cookie"] as const).map((it): Member => [
      `${it}Styles`,
      paramStyles(operation, it, file),
    ]),
    ["bodies", body && bodies(body.contents, file)],
    ["accept", accept.size === 0 ? undefined : quote([...accept].join(", "))],
    ["security", security && securityLiteral(security)],
    ["servers", servers && serversLiteral(servers)],
  ]);
}

export const pathTemplate = (path: readonly PathSegment[]): string =>
  path.map((it) => (it.kind === "text" ? it.text : `{${it.name}}`)).join("");

function paramStyles({ params }: Operation, place: ParamPlace, file: FileScope): string | undefined {
  return styles(
    params.filter((it) => it.in === place).map((it) => [it.wireName, styleOf(place, it.wire)]),
    file,
  );
}

function styles(all: readonly (readonly [string, Exported | undefined])[], file: FileScope): string | undefined {
  const named = all.flatMap(([name, style]): readonly Member[] => (style ? [[name, file.value(style)]] : []));
  return named.length === 0 ? undefined : inlineObject(named);
}

/** One file an encoder, so that an SDK carries only those that it uses. */
const ENCODERS: Readonly<Record<Codec, Exported>> = {
  json: { name: "encodeJson", file: "runtime/json.ts" },
  form: { name: "encodeForm", file: "runtime/form.ts" },
  multipart: { name: "encodeMultipart", file: "runtime/multipart.ts" },
  text: { name: "encodeText", file: "runtime/text.ts" },
  bytes: { name: "encodeBytes", file: "runtime/bytes.ts" },
};
const ENCODE_UNKNOWN: Exported = { name: "encodeUnknown", file: "runtime/unknown.ts" };

function bodies(contents: readonly Content[], file: FileScope): string {
  if (contents.length === 0) return `[{ encode: ${file.value(ENCODE_UNKNOWN)} }]`;
  const literals = contents.map((it) => bodyLiteral(it, file));
  return literals.length === 1 ? arrayLiteral(literals) : `[${literals.map((it) => `\n  ${it},`).join("")}\n]`;
}

function bodyLiteral({ mediaType, codec, parts }: Content, file: FileScope): string {
  const typed = parts.flatMap(({ wireName, contentType }): readonly Member[] =>
    contentType === undefined ? [] : [[wireName, `{ contentType: ${quote(contentType)} }`]],
  );
  const styled = parts.map(({ wireName, wire }) => [wireName, wire && styleOf("query", wire)] as const);
  return inlineObject([
    ["mediaType", quote(mediaType)],
    ["encode", file.value(ENCODERS[codec])],
    ["styles", styles(styled, file)],
    ["parts", typed.length === 0 ? undefined : inlineObject(typed)],
  ]);
}

export const securityLiteral = (security: Security): string =>
  arrayLiteral(security.map((all) => arrayLiteral(all.map(({ scheme }) => quote(scheme)))));

export const serversLiteral = (servers: readonly Server[]): string =>
  arrayLiteral(
    servers.map(({ url, variables }) => {
      const fallbacks = variables.map((it): Member => [it.name, quote(it.fallback)]);
      return inlineObject([
        ["url", quote(url)],
        ["variables", fallbacks.length === 0 ? undefined : inlineObject(fallbacks)],
      ]);
    }),
  );
