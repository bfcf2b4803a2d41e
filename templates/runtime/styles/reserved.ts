/**
 * The styles with `allowReserved` (OpenAPI 3.2, section 4.12.2): the delimiters of RFC 3986 stand in a value as they
 * are. Escaped all the same is what would end the value or change the URL around it.
 */
import { deepObjectBrackets, deepObjectRepeat } from "./deep-arrays.js";
import { deepObject } from "./deep-object.js";
import { pipeDelimited, spaceDelimited } from "./delimited.js";
import { form, formJoined } from "./form.js";
import { label, labelExplode } from "./label.js";
import { matrix, matrixExplode } from "./matrix.js";
import { simple, simpleExplode } from "./simple.js";
import { percentEncode } from "./style.js";

export function formReserved(name: string, value: unknown): readonly string[] {
  return form(name, value, keepInQuery);
}

export function formJoinedReserved(name: string, value: unknown): readonly string[] {
  return formJoined(name, value, keepInQuery);
}

export function spaceDelimitedReserved(name: string, value: unknown): readonly string[] {
  return spaceDelimited(name, value, keepInQuery);
}

export function pipeDelimitedReserved(name: string, value: unknown): readonly string[] {
  return pipeDelimited(name, value, keepInQuery);
}

export function deepObjectReserved(name: string, value: unknown): readonly string[] {
  return deepObject(name, value, keepInQuery);
}

export function deepObjectBracketsReserved(name: string, value: unknown): readonly string[] {
  return deepObjectBrackets(name, value, keepInQuery);
}

export function deepObjectRepeatReserved(name: string, value: unknown): readonly string[] {
  return deepObjectRepeat(name, value, keepInQuery);
}

export function simpleReserved(name: string, value: unknown): readonly string[] {
  return simple(name, value, keepInPath);
}

export function simpleExplodeReserved(name: string, value: unknown): readonly string[] {
  return simpleExplode(name, value, keepInPath);
}

export function labelReserved(name: string, value: unknown): readonly string[] {
  return label(name, value, keepInPath);
}

export function labelExplodeReserved(name: string, value: unknown): readonly string[] {
  return labelExplode(name, value, keepInPath);
}

export function matrixReserved(name: string, value: unknown): readonly string[] {
  return matrix(name, value, keepInPath);
}

export function matrixExplodeReserved(name: string, value: unknown): readonly string[] {
  return matrixExplode(name, value, keepInPath);
}

/**
 * All but `#`, `&`, `+` and brackets, which mean something in a query or may not stand there. Triplets that the caller
 * has already encoded are kept too (RFC 6570, section 3.2.3).
 */
function keepInQuery(text: string, isKey?: boolean): string {
  return escapeAllBut(/(%[\da-f]{2}|[:/?@!$'()*,;=])/gi, text, isKey);
}

/** All but `/`, `?` and `#`, which would change the path, and `%`, with which they could be hidden. */
function keepInPath(text: string, isKey?: boolean): string {
  return escapeAllBut(/([:@!$&'()*+,;=])/g, text, isKey);
}

/** What the group of `kept` matches stands at the odd places of the split. A key must not be taken for the end of one. */
function escapeAllBut(kept: RegExp, text: string, isKey = false): string {
  if (isKey) return percentEncode(text);
  return text
    .split(kept)
    .map((part, i) => (i % 2 === 0 ? percentEncode(part) : part))
    .join("");
}
