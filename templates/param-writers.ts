import { arrayLiteral, inlineObject, type Member } from "../src/emit/code.js";
import type { FileScope } from "../src/emit/file-scope.js";
import type {
  Body,
  Content,
  ExactKind,
  Operation,
  Param,
  Part,
  ParamPlace,
  Style,
  Type,
  Wire,
} from "../src/ir/types.js";
import type { Exported } from "../src/names/names.js";
import { exactEncoder, exactText } from "./exact-numbers.js";
import { byPlace } from "./param-places.js";
import { runtimeExport } from "./runtime-symbols.js";
import { isPlain, isPlainOrList, type Types } from "./value-shape.js";

/** The order matters: the path is filled before a query follows it. */
const PLACES: readonly ParamPlace[] = ["path", "query", "querystring", "header", "cookie"];

/** `[pathParams(), queryParams({ expand: deepObject })]`: a writer for each place with the styles that it needs; undefined without parameters. */
export function paramWriters({ params, body }: Operation, types: Types, file: FileScope): string | undefined {
  const writers = byPlace(params, PLACES).map(([place, here]) => writer(place, here, types, file));
  if (body?.in === "query") writers.push(formWriter(body, types, file));
  return writers.length === 0 ? undefined : arrayLiteral(writers);
}

function writer(place: ParamPlace, params: readonly Param[], types: Types, file: FileScope): string {
  const [first] = params;
  if (first?.wire.kind === "whole") return wholeWriter(first.wire, types, file);
  const styles = stylesLiteral(
    params.map(({ wireName, wire, type }) => [wireName, styleOf(place, wire, type, types)]),
    file,
  );
  return `${file.value(runtimeExport(`params/${place}`, `${place}Params`))}(${styles ?? ""})`;
}

/** A form in the query. Each property has the style that it would have in a body. */
function formWriter({ contents }: Body, types: Types, file: FileScope): string {
  const styled = contents.flatMap((it) => partStyles(it, types));
  return `${file.value(runtimeExport("params/form-query", "formAsQuery"))}(${stylesLiteral(styled, file) ?? ""})`;
}

/** The whole query as one value: a form is written as its properties would be by themselves. */
function wholeWriter(
  { codec, parts, exact }: Extract<Wire, { readonly kind: "whole" }>,
  types: Types,
  file: FileScope,
): string {
  if (codec !== "form") {
    const write = codec === "json" ? "jsonQuery" : "textQuery";
    const json = codec === "json" && exact ? exactEncoder(exact, file) : "";
    return `${file.value(runtimeExport("params/whole-query", write))}(${json})`;
  }
  const styled = parts.map(
    ({ wireName, wire }) => [wireName, wire && styleOf("query", wire, { kind: "unknown" }, types)] as const,
  );
  return `${file.value(runtimeExport("params/query", "queryParams"))}(${stylesLiteral(styled, file) ?? ""})`;
}

/** The styles of the properties of a form by wire name. */
export const partStyles = (
  { parts, type }: Content,
  types: Types,
): readonly (readonly [wireName: string, style: Styling | undefined])[] =>
  parts.map((it) => [it.wireName, partStyle(it, type, types)]);

function partStyle({ wireName, wire, exact }: Part, body: Type, types: Types): Styling | undefined {
  const type = propertyType(wireName, body, types);
  if (wire !== undefined) return styleOf("query", wire, type, types);
  const isFlat = isPlain(type.kind === "array" ? type.item : type, types);
  return exact && !isFlat ? { made: runtimeExport("styles/exact-pairs", "exactPairs"), exact } : undefined;
}

function propertyType(wireName: string, body: Type, types: Types): Type {
  const object = body.kind === "ref" ? types.get(body.id) : body;
  const property = object?.kind === "object" ? object.properties.find((it) => it.wireName === wireName) : undefined;
  return property?.type ?? { kind: "unknown" };
}

/** A style of the runtime, or one that it makes for kinds of numbers. */
type Styling = Exported | { readonly made: Exported; readonly exact: readonly ExactKind[] };

const styleText = (style: Styling, file: FileScope): string =>
  "made" in style ? exactText(style.made, style.exact, file) : file.value(style);

/** Styles by wire name, without those that need none; undefined when none does. */
export function stylesLiteral(
  all: readonly (readonly [wireName: string, style: Styling | undefined])[],
  file: FileScope,
): string | undefined {
  const named = all.flatMap(([name, style]): readonly Member[] => (style ? [[name, styleText(style, file)]] : []));
  return named.length === 0 ? undefined : inlineObject(named);
}

/** Where the styles live: of each, the form that is not exploded and the one that is. */
const STYLES: Readonly<Record<Style, readonly [file: string, joined: string, exploded: string]>> = {
  simple: ["simple", "simple", "simpleExplode"],
  label: ["label", "label", "labelExplode"],
  matrix: ["matrix", "matrix", "matrixExplode"],
  form: ["form", "formJoined", "form"],
  // Exploded, the delimited styles have no delimiter left and are what `form` is.
  spaceDelimited: ["delimited", "spaceDelimited", "form"],
  pipeDelimited: ["delimited", "pipeDelimited", "form"],
  cookie: ["cookie", "cookieJoined", "cookie"],
  deepObject: ["deep-object", "deepObject", "deepObject"],
  deepObjectBrackets: ["deep-arrays", "deepObjectBrackets", "deepObjectBrackets"],
  deepObjectRepeat: ["deep-arrays", "deepObjectRepeat", "deepObjectRepeat"],
};

/** The function that writes such a value in this place; undefined where a value of its type is written without one. */
export function styleOf(place: ParamPlace, wire: Wire, type: Type, types: Types): Styling | undefined {
  if (wire.kind !== "style") {
    const written = place === "path" ? "Value" : place === "header" ? "Header" : "Param";
    return wire.exact
      ? { made: runtimeExport("styles/exact-json-param", `exactJson${written}`), exact: wire.exact }
      : runtimeExport("styles/json-param", `json${written}`);
  }
  const [file, joined, exploded] = STYLES[wire.style];
  const name = wire.explode ? exploded : joined;
  if (wire.allowReserved) return runtimeExport("styles/reserved", `${name}Reserved`);
  if (name === "form" && isPlainOrList(type, types)) return undefined;
  // One plain value is written alike in all styles but those that put something before it or leave it as it is.
  if (file !== "label" && file !== "matrix" && file !== "cookie" && isPlain(type, types)) return undefined;
  return runtimeExport(`styles/${name === "form" ? "form" : file}`, name);
}
