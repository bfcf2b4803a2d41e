import { type Passage, passageOf, type Run } from "../../../passage.js";
import { skipBlank, skipQuoted } from "./scan.js";

/** A string of JavaScript: what it says, and the offset behind it in the code. */
export interface StringLiteral {
  readonly passage: Passage;
  readonly end: number;
}

/**
 * The string at an offset of some code, in any quotes, also as a sum of several (ECMA-262, sections 12.9.4 and 12.9.6).
 * Undefined where none stands, or one with an expression in it.
 */
export function stringAt(code: Passage, at: number): StringLiteral | undefined {
  const parts: Part[] = [];
  for (let next = at; ; next = skipBlank(code.text, next + 1)) {
    const quote = code.text.charAt(next);
    const end = QUOTES.has(quote) ? skipQuoted(code.text, next) : next;
    const inside = code.text.slice(next + 1, end - 1);
    if (end < next + 2 || (quote === "`" && EXPRESSION.test(inside))) return undefined;
    parts.push({ inside, start: next + 1 });
    next = skipBlank(code.text, end);
    if (code.text[next] === "+") continue;
    const text = parts.map((it) => it.inside.replaceAll(ESCAPE, unescaped)).join("");
    return { passage: passageOf(text, () => parts.flatMap((it) => [...runsOf(it, code)])), end };
  }
}

/** What stands between two quotes, and where that starts in the code. */
interface Part {
  readonly inside: string;
  readonly start: number;
}

function* runsOf({ inside, start }: Part, code: Passage): Generator<Run> {
  let at = 0;
  for (const { 0: written, index } of inside.matchAll(ESCAPE)) {
    if (index > at) yield { text: inside.slice(at, index), place: code.placeOf(start + at) };
    yield { text: unescaped(written), place: code.placeOf(start + index) };
    at = index + written.length;
  }
  yield { text: inside.slice(at), place: code.placeOf(start + at) };
}

const QUOTES: ReadonlySet<string> = new Set(['"', "'", "`"]);
const EXPRESSION = /(?<!\\)(?:\\\\)*\$\{/;
const ESCAPE = /\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|[^])/g;

function unescaped(written: string): string {
  const [hex] = /[0-9a-fA-F]+/.exec(written.slice(2)) ?? [];
  if (/^\\[ux]/.test(written) && hex !== undefined) return fromCode(Number.parseInt(hex, 16));
  const char = written.slice(1);
  return SINGLE.get(char) ?? char;
}

/** A number that is no code point stands for nothing that could be written. */
const fromCode = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD");

/** A line break behind a backslash continues the line. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
  ["0", "\0"],
  ["\n", ""],
  ["\r\n", ""],
  ["\r", ""],
  ["\u2028", ""],
  ["\u2029", ""],
]);
