import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Content, Input } from "../format.js";
import { jsonLocator } from "./locate.js";
import { findSyntaxError } from "./syntax.js";

/** JSON (RFC 8259). The place of a mistake is looked for here: what `JSON.parse` says of it differs between Node's versions. */
export function read({ index, text }: Input, diagnostics: Diagnostics): Content | undefined {
  const content = tryJson(text);
  if (content === undefined) {
    const { offset, reason } = findSyntaxError(text);
    const range = { start: offset, end: Math.min(offset + 1, text.length) };
    diagnostics.report("read/json-syntax", { source: index, pointer: "", range }, { reason });
  }
  return content;
}

/** The content of a text that is JSON, undefined for any other. */
export function tryJson(text: string): Content | undefined {
  try {
    return { value: JSON.parse(text), locate: jsonLocator(text) };
  } catch {
    return undefined;
  }
}
