import type { Range } from "../../../../diagnostics/diagnostics.js";
import { type Passage, part } from "../../../passage.js";
import { elementsOf, membersOf } from "./members.js";
import { endOf, skipBlank, skipExpression } from "./scan.js";
import { stringAt } from "./string.js";

type ObjectLiteral = Extract<Expression, { readonly kind: "object" }>;

/** A value in some code, as far as it can be seen without running anything. */
export type Expression =
  | { readonly kind: "object"; readonly code: Passage; readonly start: number }
  | { readonly kind: "array"; readonly code: Passage; readonly start: number }
  | { readonly kind: "string"; readonly passage: Passage };

/**
 * The value at an offset: a literal, what `JSON.parse` makes of a string, or the literal that a name was given
 * elsewhere in the code. Undefined for everything else.
 */
export function expressionAt(code: Passage, at: number): Expression | undefined {
  return expressionWithin(code, at, new Set());
}

/** `names` are those that were looked up on the way. */
function expressionWithin(code: Passage, at: number, names: Set<string>): Expression | undefined {
  const start = skipBlank(code.text, at);
  const char = code.text.charAt(start);
  if (char === "{" || char === "[") return { kind: char === "{" ? "object" : "array", code, start };
  const string = stringAt(code, start);
  if (string !== undefined) return { kind: "string", passage: string.passage };
  const parsed = endOf(JSON_PARSE, code.text, start);
  if (parsed > start) return parsedAt(code, parsed, names);
  const [, name] = NAME.exec(code.text.slice(start, start + LONGEST_NAME)) ?? [];
  return name === undefined ? undefined : valueOf(name, code, names);
}

/** The member of an object, by the way that leads to it. Undefined for what is no literal. */
export function memberOf(from: Expression | undefined, ...way: readonly string[]): Expression | undefined {
  let at = from;
  for (const key of way) at = at?.kind === "object" ? valueIn(at, key) : undefined;
  return at;
}

function valueIn({ code, start }: ObjectLiteral, key: string): Expression | undefined {
  for (const member of membersOf(code, start)) if (member.key === key) return expressionAt(code, member.value);
  return undefined;
}

/** The elements of an array that can be seen. */
export function itemsOf(from: Expression | undefined): readonly Expression[] {
  if (from?.kind !== "array") return [];
  return [...elementsOf(from.code, from.start)].flatMap((start) => expressionAt(from.code, start) ?? []);
}

export const textOf = (from: Expression | undefined): string | undefined =>
  from?.kind === "string" ? from.passage.text : undefined;

/** A value as a part of the code. */
export const passageOf = (it: Expression): Passage =>
  it.kind === "string" ? it.passage : part(it.code, it.start, closingOf(it.code.text, it.start));

/** Where a value stands in the page. */
export function rangeOf(it: Expression): Range {
  const { text, placeOf } = passageOf(it);
  return { start: placeOf(0), end: text === "" ? placeOf(0) : placeOf(text.length - 1) + 1 };
}

/** The arguments of a call whose bracket stands before `at`. */
export function argumentsAt(code: Passage, at: number): readonly Expression[] {
  const found: Expression[] = [];
  for (let start = skipBlank(code.text, at); start < code.text.length && code.text[start] !== ")";) {
    const argument = expressionAt(code, start);
    if (argument !== undefined) found.push(argument);
    const end = skipExpression(code.text, start);
    if (code.text[end] !== ",") break;
    start = skipBlank(code.text, end + 1);
  }
  return found;
}

/** The offset behind the bracket that closes the one at `at`. */
function closingOf(text: string, at: number): number {
  let end = at;
  do end = skipExpression(text, end + 1);
  while (/[,;]/.test(text.charAt(end)));
  return Math.min(end + 1, text.length);
}

function parsedAt(code: Passage, at: number, names: Set<string>): Expression | undefined {
  const text = expressionWithin(code, at, names);
  return text?.kind === "string" ? expressionAt(text.passage, 0) : undefined;
}

/** The first value that a name is given and that can be seen. Each name is looked up once, or circles had no end. */
function valueOf(name: string, code: Passage, names: Set<string>): Expression | undefined {
  if (names.has(name) || names.size >= MOST_NAMES) return undefined;
  names.add(name);
  const given = new RegExp(`(?:^|[^\\w$.])(?:(?:const|let|var)\\s+|window\\.)?${escaped(name)}\\s*=(?!=|>)`, "g");
  for (const { 0: written, index } of code.text.matchAll(given)) {
    const found = expressionWithin(code, index + written.length, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

const escaped = (name: string): string => name.replaceAll("$", "\\$");

const JSON_PARSE = /JSON\s*\.\s*parse\s*\(\s*/y;
const NAME = /^(?:window\.)?([\p{ID_Start}$_][\p{ID_Continue}$]*)(?![\w$]|\s*[.([])/u;
const LONGEST_NAME = 200;
/** Each look-up goes through the whole code. */
const MOST_NAMES = 10;
