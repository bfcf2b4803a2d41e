import { type Decoder, deepObject, joined, json, labelled, matrix, members, pairs, repeated, whole } from "./decode.js";

/** What kind of value a parameter takes: a string, an array of strings, an object of strings, or objects and arrays at any depth. */
export type Kind = "string" | "array" | "object" | "deep";

/** One way to write a parameter, and how someone else would read it. */
export interface StyleCase {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly kind: Kind;
  /** What stands in the description beside `name`, `in` and `schema`. */
  readonly says: Readonly<Record<string, unknown>>;
  readonly decode: Decoder;
  /** Characters that this style cannot tell from its own. */
  readonly not?: RegExp;
}

const cases = (
  place: StyleCase["in"],
  says: StyleCase["says"],
  decoders: Readonly<Partial<Record<Kind, Decoder>>>,
  not?: RegExp,
): readonly StyleCase[] =>
  (["string", "array", "object", "deep"] as const).flatMap((kind) => {
    const decode = decoders[kind];
    return decode === undefined ? [] : [{ in: place, kind, says, decode, ...(not && { not }) }];
  });

const simple = { string: whole, array: joined(","), object: joined(",", ",") };
const simpleExploded = { string: whole, array: joined(","), object: joined(",", "=") };
const labels = { string: labelled(whole), array: labelled(joined(",")), object: labelled(joined(",", ",")) };
const labelsExploded = { string: labelled(whole), array: labelled(joined(".")), object: labelled(joined(".", "=")) };
const form = (separator: string) => ({
  string: pairs(separator, whole),
  array: pairs(separator, joined(",")),
  object: pairs(separator, joined(",", ",")),
});
const formExploded = (separator: string) => ({
  string: pairs(separator, whole),
  array: repeated(separator),
  object: members(separator),
});

/** What no cookie can hold (RFC 6265, section 4.1.1), and what a key cannot. */
const NO_COOKIE = /[^!#-+\--:<-[\]-~]|=/;

/** Every combination of place, style, `explode` and kind that OpenAPI defines (3.2, section 4.12.4), and deepObject beyond it. */
export const styleCases: readonly StyleCase[] = [
  ...cases("path", { style: "simple", explode: false }, simple),
  ...cases("path", { style: "simple", explode: true }, simpleExploded),
  ...cases("path", { style: "label", explode: false }, labels),
  ...cases("path", { style: "label", explode: true }, labelsExploded, /\./),
  ...cases(
    "path",
    { style: "matrix", explode: false },
    { string: matrix(whole), array: matrix(joined(",")), object: matrix(joined(",", ",")) },
  ),
  ...cases(
    "path",
    { style: "matrix", explode: true },
    { string: matrix(whole), array: repeated(";"), object: members(";") },
  ),
  ...cases("path", { style: "simple", explode: false, allowReserved: true }, simple, /,/),
  ...cases("path", { style: "simple", explode: true, allowReserved: true }, { object: simpleExploded.object }, /,/),
  ...cases("path", { style: "label", explode: true, allowReserved: true }, labelsExploded, /\./),
  ...cases(
    "path",
    { style: "matrix", explode: true, allowReserved: true },
    { string: matrix(whole), array: repeated(";"), object: members(";") },
    /;/,
  ),
  ...cases("path", { content: { "application/json": {} } }, { deep: json }),
  ...cases("query", { style: "form", explode: false }, form("&")),
  ...cases("query", { style: "form", explode: true }, formExploded("&")),
  ...cases("query", { style: "form", explode: true, allowReserved: true }, formExploded("&"), /[%]/),
  ...cases("query", { style: "form", explode: false, allowReserved: true }, { array: form("&").array }, /[%,]/),
  ...cases(
    "query",
    { style: "spaceDelimited", explode: false },
    { array: pairs("&", joined("%20")), object: pairs("&", joined("%20", "%20")) },
    / /,
  ),
  ...cases(
    "query",
    { style: "pipeDelimited", explode: false },
    { array: pairs("&", joined("%7C")), object: pairs("&", joined("%7C", "%7C")) },
    /\|/,
  ),
  ...cases("query", { style: "deepObject", explode: true }, { deep: deepObject }, /[[\]]/),
  ...cases("query", { content: { "application/json": {} } }, { deep: pairs("&", json) }),
  ...cases("header", { style: "simple", explode: false }, unescaped(simple), /[^\x21-\x2b\x2d-\x3c\x3e-\x7e\xa1-\xff]/),
  ...cases(
    "header",
    { style: "simple", explode: true },
    unescaped(simpleExploded),
    /[^\x21-\x2b\x2d-\x3c\x3e-\x7e\xa1-\xff]/,
  ),
  ...cases(
    "header",
    { content: { "application/json": {} } },
    { deep: (text) => JSON.parse(text) as unknown },
    /[^\x20-\x7e]/,
  ),
  ...cases("cookie", { style: "form", explode: false }, form("; ")),
  ...cases("cookie", { style: "form", explode: true }, formExploded("; ")),
  ...cases("cookie", { style: "cookie", explode: false }, unescaped(form("; ")), NO_COOKIE),
  ...cases("cookie", { style: "cookie", explode: true }, unescaped(formExploded("; ")), NO_COOKIE),
];

/** Header values are not percent-encoded, so what is decoded is encoded first. */
function unescaped(decoders: typeof simple): typeof simple {
  const of =
    (decode: Decoder): Decoder =>
    (text) =>
      decode(text.replace(/%/g, "%25"));
  return { string: of(decoders.string), array: of(decoders.array), object: of(decoders.object) };
}

/** The `operationId` of a case. */
export const idOf = ({ in: place, kind, says }: StyleCase): string => {
  const words = [
    place,
    says["style"] ?? "json",
    says["explode"] === true ? "exploded" : "",
    says["allowReserved"] === true ? "reserved" : "",
    kind,
  ];
  return words
    .map(String)
    .map((it) => it.charAt(0).toUpperCase() + it.slice(1))
    .join("");
};

/** The name that the parameter has in every case. */
export const NAME = "color";

/** A description with an operation each case; unless the schemas are given, a parameter takes any value of its kind. */
export function descriptionOf(all: readonly StyleCase[], schemaOf: (it: StyleCase) => object = anyOfKind): object {
  const operation = (it: StyleCase): readonly [string, object] => {
    const { content, ...style } = it.says;
    const schema = schemaOf(it);
    const says = content === undefined ? { ...style, schema } : { content: { "application/json": { schema } } };
    const parameters = [{ name: NAME, in: it.in, required: true, ...says }];
    const path = it.in === "path" ? `/${idOf(it)}/{${NAME}}/end` : `/${idOf(it)}`;
    return [path, { get: { operationId: idOf(it), parameters, responses: { 204: { description: "" } } } }];
  };
  return {
    openapi: "3.1.0",
    info: { title: "Styles", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: Object.fromEntries(all.map(operation)),
  };
}

const anyOfKind = ({ kind }: StyleCase): object => ({
  type: kind === "deep" ? "object" : kind,
  ...(kind === "array" && { items: { type: "string" } }),
});
