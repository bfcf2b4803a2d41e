import { arrayLiteral, inlineObject, objectLiteral, type Member } from "../src/emit/code.js";
import type { FileScope } from "../src/emit/file-scope.js";
import { deeper, quote } from "../src/emit/text.js";
import type { Codec, Operation, PathSegment, Security, Server } from "../src/ir/types.js";
import { bodySpec } from "./body-spec.js";
import { exactParser } from "./exact-numbers.js";
import { paramWriters } from "./param-writers.js";
import { runtimeExport } from "./runtime-symbols.js";
import { hasJsonData, hasSequence, sequencesOf } from "./sequence.js";
import type { Types } from "./value-shape.js";

/** What the runtime must know to make a call: an object literal that mentions just the writers and readers it needs. */
export function operationSpec(operation: Operation, name: string, types: Types, file: FileScope, at: string): string {
  const { id, method, path, tags, responses, security, servers } = operation;
  const accept = new Set(responses.flatMap((it) => it.contents.map((content) => content.mediaType)));
  return objectLiteral(
    [
      ["operation", quote(id)],
      ["function", name],
      ["method", quote(method)],
      ["path", quote(pathTemplate(path))],
      ["tags", tags.length === 0 ? undefined : arrayLiteral(tags.map(quote))],
      ["params", paramWriters(operation, types, file)],
      ["body", bodySpec(operation, types, file, deeper(at))],
      ["accept", accept.size === 0 ? undefined : quote([...accept].join(", "))],
      ["empty", accept.size === 0 ? undefined : emptySuccesses(operation)],
      ["readers", readers(operation, types, file)],
      [
        "parse",
        exactParser(
          responses.flatMap((it) => it.contents.flatMap(({ exact = [] }) => exact)),
          file,
        ),
      ],
      ["security", security && securityLiteral(security)],
      ["scopes", security && scopesLiteral(security)],
      ["servers", servers && serversLiteral(servers, file)],
    ],
    at,
  );
}

export const pathTemplate = (path: readonly PathSegment[]): string =>
  path.map((it) => (it.kind === "text" ? it.text : `{${it.name}}`)).join("");

/** The successes without content; that of a range or of `default` may be any. Those of which HTTP says it are known. */
function emptySuccesses({ method, responses }: Operation): string | undefined {
  if (method === "HEAD") return "true";
  const empty = responses.filter((it) => it.outcome === "success" && it.contents.length === 0).map((it) => it.status);
  if (empty.some((it) => typeof it === "string")) return "true";
  const told = empty.filter((it) => it !== 204 && it !== 205);
  return told.length === 0 ? undefined : arrayLiteral(told.map(String));
}

/** Those of the streams first: what is neither JSON nor text is bytes. */
function readers(operation: Operation, types: Types, file: FileScope): string | undefined {
  const { responses } = operation;
  const events = sequencesOf(operation, "events");
  const isJson = events.some(({ item }) => item !== undefined && hasJsonData(item, types));
  // An answer of which nothing is described may be anything.
  const isUndescribed = !responses.some((it) => it.outcome === "success");
  const isBinary = responses.some((it) => it.contents.some(({ codec }) => BINARY.has(codec)));
  const all = [
    ...(events.length === 0 ? [] : [runtimeExport("streams/event-stream", isJson ? "jsonEventStream" : "eventStream")]),
    ...(hasSequence(operation, "lines") ? [runtimeExport("streams/json-lines", "jsonLines")] : []),
    ...(isUndescribed || isBinary ? [runtimeExport("bytes", isAnyFile(operation) ? "anyBytes" : "bytes")] : []),
  ];
  return all.length === 0 ? undefined : arrayLiteral(all.map((it) => file.value(it)));
}

/** Whether each success is a file, and one of any type: then JSON and text are files too. */
function isAnyFile({ responses }: Operation): boolean {
  const contents = responses.flatMap((it) => (it.outcome === "success" ? it.contents : []));
  return contents.every((it) => it.codec === "bytes") && contents.some((it) => it.mediaType === "*/*");
}

/** An answer that is a form is left as bytes. */
const BINARY: ReadonlySet<Codec> = new Set(["bytes", "form", "multipart"]);

/** Alternatives that differ in their scopes alone are one here. */
export const securityLiteral = (security: Security): string =>
  arrayLiteral([...new Set(security.map((all) => arrayLiteral(all.map(({ scheme }) => quote(scheme)))))]);

/** The scopes by scheme. A scheme that stands in several alternatives asks for those of the first. */
function scopesLiteral(security: Security): string | undefined {
  const schemes = new Set(security.flat().map(({ scheme }) => scheme));
  const members = [...schemes].map((it): Member => [it, scopesOf(security, it)]);
  return members.some(([, scopes]) => scopes !== undefined) ? inlineObject(members) : undefined;
}

/** The scopes that are asked of a scheme; undefined for none. */
export function scopesOf(security: Security, scheme: string): string | undefined {
  const { scopes } = security.flat().find((it) => it.scheme === scheme && it.scopes.length > 0) ?? { scopes: [] };
  return scopes.length === 0 ? undefined : arrayLiteral(scopes.map(quote));
}

export const serversLiteral = (servers: readonly Server[], file: FileScope): string =>
  arrayLiteral(servers.map((it) => serverLiteral(it, file)));

function serverLiteral({ url, variables }: Server, file: FileScope): string {
  if (variables.length === 0) return inlineObject([["url", quote(url)]]);
  const fallbacks = inlineObject(variables.map((it): Member => [it.name, quote(it.fallback)]));
  return `${file.value(runtimeExport("server-variables", "serverWith"))}(${quote(url)}, ${fallbacks})`;
}
