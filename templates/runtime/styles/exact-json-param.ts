/** The parameters of `json-param.ts` whose numbers are written exactly. */
import { encodeExact, type ExactKind } from "../exact-json.js";
import { inAscii } from "./json-param.js";
import { type Style, percentEncode } from "./style.js";

/** For query and cookie parameters: the name and the value as JSON. */
export function exactJsonParam(...kinds: readonly ExactKind[]): Style {
  const encode = encodeExact(...kinds);
  return (name, value, escape = percentEncode) => [`${percentEncode(name)}=${escape(encode(value))}`];
}

/** For path parameters: the value as JSON. */
export function exactJsonValue(...kinds: readonly ExactKind[]): Style {
  const encode = encodeExact(...kinds);
  return (_name, value, escape = percentEncode) => [escape(encode(value))];
}

/** For header parameters: the value as JSON. */
export function exactJsonHeader(...kinds: readonly ExactKind[]): Style {
  const encode = encodeExact(...kinds);
  return (_name, value) => [inAscii(encode(value))];
}
