/** The parameters of `json-param.ts` whose integers are written exactly. */
import { encodeExactJson } from "../exact-json.js";
import { type Escape, percentEncode } from "./style.js";

/** For query and cookie parameters: the name and the value as JSON. */
export function exactJsonParam(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return [`${percentEncode(name)}=${escape(encodeExactJson(value))}`];
}

/** For path and header parameters: the value as JSON. */
export function exactJsonValue(_name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return [escape(encodeExactJson(value))];
}
