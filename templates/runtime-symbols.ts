import type { ParamPlace, Style, Wire } from "../src/ir/types.js";
import type { Exported } from "../src/names/names.js";

const exported = (file: string, name: string): Exported => ({ name, file: `runtime/${file}.ts` });

/** What emitted code mentions of the runtime, the styles aside. */
export const runtime = {
  call: exported("call", "call"),
  createClient: exported("client", "createClient"),
  ApiPromise: exported("api-promise", "ApiPromise"),
  CallOptions: exported("client", "CallOptions"),
  Client: exported("client", "Client"),
  ClientOptions: exported("client", "ClientOptions"),
  Credential: exported("auth", "Credential"),
  BasicCredential: exported("auth", "BasicCredential"),
} as const;

/** Where the styles live: of each, the form that is not exploded and the one that is. */
const STYLES: Readonly<Record<Style, readonly [file: string, joined: string, exploded: string]>> = {
  simple: ["simple", "simple", "simpleExplode"],
  label: ["label", "label", "labelExplode"],
  matrix: ["matrix", "matrix", "matrixExplode"],
  form: ["form", "formJoined", "form"],
  // Exploded, the delimited styles have no delimiter left and are what `form` is.
  spaceDelimited: ["delimited", "spaceDelimited", "form"],
  pipeDelimited: ["delimited", "pipeDelimited", "form"],
  deepObject: ["deep-object", "deepObject", "deepObject"],
};

/** The function that writes a value in this place; undefined where the runtime does so without being told. */
export function styleOf(place: ParamPlace, wire: Wire): Exported | undefined {
  const inline = place === "path" || place === "header";
  if (wire.kind === "content") return exported("styles/json-param", inline ? "jsonValue" : "jsonParam");
  const [file, joined, exploded] = STYLES[wire.style];
  const name = wire.explode ? exploded : joined;
  if (wire.allowReserved) return exported("styles/reserved", `${name}Reserved`);
  if (name === (inline ? "simple" : "form")) return undefined;
  return exported(`styles/${name === "form" ? "form" : file}`, name);
}
