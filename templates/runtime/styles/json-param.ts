/** Parameters that the description gives as `content: application/json` instead of a style. */
import { type Escape, percentEncode } from "./style.js";

/** For query and cookie parameters: the name and the value as JSON. */
export function jsonParam(name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return [`${percentEncode(name)}=${escape(JSON.stringify(value))}`];
}

/** For path parameters: the value as JSON. */
export function jsonValue(_name: string, value: unknown, escape: Escape = percentEncode): readonly string[] {
  return [escape(JSON.stringify(value))];
}

/** For header parameters: the value as JSON. */
export function jsonHeader(_name: string, value: unknown): readonly string[] {
  return [inAscii(JSON.stringify(value))];
}

/** The same JSON without the letters that a header cannot hold, or holds in another encoding (RFC 9110, section 5.5). */
export function inAscii(json: string): string {
  return json.replace(/[^ -~]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
