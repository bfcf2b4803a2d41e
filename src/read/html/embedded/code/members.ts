import type { Passage } from "../passage.js";
import { endOf, skipBlank, skipExpression } from "./scan.js";
import { stringAt } from "./string.js";

/** A member of an object literal, or an element of an array literal, whose key is its number. */
export interface Member {
  readonly key: string;
  /** Where the value starts in the code; undefined where the member is code of another kind: a method, a spread. */
  readonly value: number | undefined;
  /** The whole member, in the code. */
  readonly start: number;
  readonly end: number;
}

/** The members of the object literal whose brace stands at `at`, none of them looked into. Stops where the text does. */
export function* membersOf(code: Passage, at: number): Generator<Member> {
  const { text } = code;
  for (let start = skipBlank(text, at + 1); start < text.length && text[start] !== "}";) {
    const key = keyAt(code, start);
    const colon = key && skipBlank(text, key.end);
    const value = colon !== undefined && text[colon] === ":" ? skipBlank(text, colon + 1) : undefined;
    const end = skipExpression(text, value ?? start);
    yield { key: key?.name ?? "", value, start, end };
    start = next(text, end);
  }
}

/** The elements of the array literal whose bracket stands at `at`. */
export function* elementsOf({ text }: Passage, at: number): Generator<Member> {
  let index = 0;
  for (let start = skipBlank(text, at + 1); start < text.length && text[start] !== "]";) {
    const end = skipExpression(text, start);
    yield { key: String(index++), value: start, start, end };
    start = next(text, end);
  }
}

/** Behind the comma; a bracket that does not fit ends it all. */
const next = (text: string, end: number): number => (text[end] === "," ? skipBlank(text, end + 1) : closed(text, end));
const closed = (text: string, end: number): number => (/[}\]]/.test(text.charAt(end)) ? end : text.length);

function keyAt(code: Passage, at: number): { readonly name: string; readonly end: number } | undefined {
  const quoted = stringAt(code, at);
  if (quoted !== undefined) return { name: quoted.passage.text, end: quoted.end };
  const end = endOf(NAME, code.text, at);
  return end === at ? undefined : { name: code.text.slice(at, end), end };
}

const NAME = /[\p{ID_Start}$_\d][\p{ID_Continue}$.\u200c\u200d]*/uy;
