import type { Range } from "../../../../diagnostics/diagnostics.js";
import { list, type Placed, value } from "../../../placed.js";
import type { Passage } from "../../../passage.js";
import { keyAt } from "./key.js";
import { endOf, skipBlank, skipExpression } from "./scan.js";
import { stringAt } from "./string.js";

/**
 * The literal at an offset of some code as plain values, each with its place: all that JSON5 allows, and what minifiers
 * make of constants. Code of any other kind is left out, and so is what the end of the code cuts. Nothing is ever run.
 */
export function literalAt(code: Passage, at: number, told: Told): Placed | undefined {
  return valueAt({ code, ...told }, at, 0).placed;
}

interface Told {
  /** Of each piece of code that is left out. */
  readonly leftOut: (place: Range) => void;
  /** That the code ends before the literal does; maybe more than once. */
  readonly cut: () => void;
}

interface Parse extends Told {
  readonly code: Passage;
}

/** A value, absent where it is `undefined` or no literal, and the offset behind it. */
interface Parsed {
  readonly placed: Placed | undefined;
  readonly end: number;
}

/** The value of a member or an element. A literal is the whole of it only where what separates values follows. */
function valueAt(parse: Parse, at: number, depth: number): Parsed {
  const { text } = parse.code;
  const literal = depth > MOST_LEVELS ? undefined : literalStart(parse, at, depth);
  // What the end cuts inside of a text or number is another one.
  if (depth > 0 && literal?.placed?.kind === "value" && literal.end >= text.length)
    return { placed: undefined, end: literal.end };
  if (literal !== undefined && SEPARATOR.test(text.charAt(skipBlank(text, literal.end)))) return literal;
  // What stands alone, at the end of the text or before the code that follows, is whole as well.
  if (literal !== undefined && depth === 0) return literal;
  return { placed: undefined, end: codeAt(parse, at) };
}

const SEPARATOR = /^[,;)\]}]?$/;

function literalStart(parse: Parse, at: number, depth: number): Parsed | undefined {
  switch (parse.code.text[at]) {
    case "{":
      return objectAt(parse, at, depth);
    case "[":
      return listAt(parse, at, depth);
    default:
      return scalarAt(parse.code, at);
  }
}

function objectAt(parse: Parse, start: number, depth: number): Parsed {
  const { code } = parse;
  const members = new Map<string, Placed>();
  const end = eachMember(parse, start, "}", (at) => {
    const key = keyAt(code, at);
    const colon = key === undefined ? at : skipBlank(code.text, key.end);
    if (key === undefined || code.text[colon] !== ":") return codeAt(parse, at);
    const { placed, end } = valueAt(parse, skipBlank(code.text, colon + 1), depth + 1);
    if (placed !== undefined) members.set(key.name, placed);
    return end;
  });
  return { placed: { kind: "object", range: rangeIn(code, start, end), members }, end };
}

function listAt(parse: Parse, start: number, depth: number): Parsed {
  const items: Placed[] = [];
  const end = eachMember(parse, start, "]", (at) => {
    const { placed, end } = valueAt(parse, at, depth + 1);
    if (placed !== undefined) items.push(placed);
    return end;
  });
  return { placed: list(rangeIn(parse.code, start, end), items), end };
}

/** Calls `read` at each member, which gives the offset behind it; gives the one behind the bracket that closes. */
function eachMember(parse: Parse, start: number, closer: string, read: (at: number) => number): number {
  const { text } = parse.code;
  let at = skipBlank(text, start + 1);
  while (at < text.length && text[at] !== closer) {
    const end = skipBlank(text, read(at));
    if (end < text.length && text[end] !== ",") return text[end] === closer ? end + 1 : end;
    at = skipBlank(text, end + 1);
  }
  if (at >= text.length) parse.cut();
  return Math.min(at + 1, text.length);
}

/** What is no literal, or as a member no key with a value: a method, a spread, the short form of a variable. */
function codeAt({ code, leftOut }: Parse, at: number): number {
  const end = skipExpression(code.text, at);
  if (end < code.text.length) leftOut(rangeIn(code, at, end));
  return end;
}

function scalarAt(code: Passage, at: number): Parsed | undefined {
  const quoted = stringAt(code, at);
  if (quoted !== undefined)
    return { placed: value(rangeIn(code, at, quoted.end), quoted.passage.text), end: quoted.end };
  const end = endOf(WORD, code.text, at);
  const text = code.text.slice(at, end);
  if (UNDEFINED.test(text)) return { placed: undefined, end };
  const plain = CONSTANTS.has(text) ? CONSTANTS.get(text) : NUMBER.test(text) ? numberOf(text) : undefined;
  return plain === undefined ? undefined : { placed: value(rangeIn(code, at, end), plain), end };
}

/** Without the blanks that stand before what closes it. */
function rangeIn({ text, placeOf }: Passage, start: number, end: number): Range {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return { start: placeOf(start), end: last > start ? placeOf(last - 1) + 1 : placeOf(start) };
}

const WORD = /void 0|!?[\w$.+-]*/y;
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["!0", true],
  ["false", false],
  ["!1", false],
  ["null", null],
]);
const UNDEFINED = /^(?:undefined|void 0)$/;
const NUMBER = /^[+-]?(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)$/;

const numberOf = (text: string): number =>
  text.startsWith("-") ? -Number(text.slice(1)) : Number(text.replace("+", ""));

/** No description is nested this deeply, and each level is a few calls. */
const MOST_LEVELS = 1_000;
