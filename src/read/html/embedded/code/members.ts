import type { Passage } from "../../../passage.js";
import { keyAt } from "./key.js";
import { skipBlank, skipExpression } from "./scan.js";

/** A member of an object literal. */
export interface Member {
  readonly key: string;
  /** Where its value starts in the code. */
  readonly value: number;
}

/**
 * The members of the object literal whose brace stands at `at`, none of them looked into; methods and spreads are left
 * out, and in the short form of a member its name is the value. A value is only stepped over to reach the next one: what
 * is looked for is often found before the largest.
 */
export function* membersOf(code: Passage, at: number): Generator<Member> {
  const { text } = code;
  for (let start = skipBlank(text, at + 1); start < text.length && text[start] !== "}";) {
    const key = keyAt(code, start);
    const colon = key === undefined ? start : skipBlank(text, key.end);
    const isShort = /[,}]/.test(text.charAt(colon)) && !/["'`]/.test(text.charAt(start));
    const value = text[colon] === ":" ? skipBlank(text, colon + 1) : isShort ? start : undefined;
    if (key !== undefined && value !== undefined) yield { key: key.name, value };
    start = next(text, skipExpression(text, value ?? start));
  }
}

/** Where the elements of the array literal start whose bracket stands at `at`. */
export function* elementsOf({ text }: Passage, at: number): Generator<number> {
  for (let start = skipBlank(text, at + 1); start < text.length && text[start] !== "]";) {
    yield start;
    start = next(text, skipExpression(text, start));
  }
}

/** Behind the comma; a bracket that does not fit ends it all. */
const next = (text: string, end: number): number =>
  text[end] === "," ? skipBlank(text, end + 1) : /[}\]]/.test(text.charAt(end)) ? end : text.length;
