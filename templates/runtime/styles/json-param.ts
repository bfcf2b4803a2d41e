/** Parameters that the description gives as `content: application/json` instead of a style. */
import { type Escape, percentEncode } from "./style.js";

/** For query and cookie parameters: the name and the value as JSON. */
export function jsonParam(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return [`${percentEncode(name)}=${escape(JSON.stringify(value))}`];
}

/** For path and header parameters: the value as JSON. */
export function jsonValue(_name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return [escape(JSON.stringify(value))];
}
