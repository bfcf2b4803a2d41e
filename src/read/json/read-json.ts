import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Content, Input } from "../format.js";
import { findDuplicates } from "./duplicates.js";
import { KeyOrder } from "./key-order.js";
import { jsonLocator } from "./locate.js";
import { findSyntaxError } from "./syntax.js";

/** JSON (RFC 8259). The place of a mistake is looked for here: what `JSON.parse` says of it differs between Node's versions. */
export function read(input: Input, diagnostics: Diagnostics): Content | undefined {
  const { index, text } = input;
  const content = tryJson(input, diagnostics);
  if (content === undefined) {
    const { offset, reason } = findSyntaxError(text);
    const range = { start: offset, end: Math.min(offset + 1, text.length) };
    diagnostics.report("read/json-syntax", { source: index, pointer: "", range }, { reason });
  }
  return content;
}

/** The content of a text that is JSON, undefined for any other. */
export function tryJson({ index, text }: Input, diagnostics: Diagnostics): Content | undefined {
  const value = parsed(text);
  if (value === undefined) return undefined;
  // To look for what stands twice takes as long as parsing does, so it is done only where something seems to.
  const order = KeyOrder.of(text, value);
  const duplicates = order === undefined ? findDuplicates(text) : [];
  for (const { key, range, first } of duplicates) {
    const related = { message: "The first one stands here.", target: { source: index, pointer: "", range: first } };
    diagnostics.report("read/json-duplicate", { source: index, pointer: "", range }, { key }, [related]);
  }
  return { value, locate: jsonLocator(text, duplicates.length > 0, order) };
}

/** Undefined for what is not JSON, which has no such value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
