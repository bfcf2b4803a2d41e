import type { Range } from "../../../../diagnostics/diagnostics.js";
import type { Passage } from "../passage.js";
import { elementsOf, type Member, membersOf } from "./members.js";
import { endOf, skipBlank, skipExpression } from "./scan.js";
import { stringAt } from "./string.js";

/** A value in some code, as far as it can be seen without running anything. */
export type Expression =
  | { readonly kind: "object"; readonly code: Passage; readonly start: number; readonly end: number }
  | { readonly kind: "array"; readonly code: Passage; readonly start: number; readonly end: number }
  | { readonly kind: "string"; readonly passage: Passage };

/**
 * The value at an offset: a literal, what `JSON.parse` makes of a string, or the literal that a name was given
 * elsewhere in the code. Undefined for everything else.
 */
export function expressionAt(code: Passage, at: number): Expression | undefined {
  return expressionWithin(code, at, 0);
}

function expressionWithin(code: Passage, at: number, hops: number): Expression | undefined {
  const start = skipBlank(code.text, at);
  const char = code.text.charAt(start);
  if (char === "{" || char === "[") return literal(code, start, char);
  const string = stringAt(code, start);
  if (string !== undefined) return { kind: "string", passage: string.passage };
  const parsed = endOf(JSON_PARSE, code.text, start);
  if (parsed > start) return parsedAt(code, parsed, hops);
  const [, name] = NAME.exec(code.text.slice(start, start + LONGEST_NAME)) ?? [];
  return name === undefined || hops >= MOST_HOPS ? undefined : valueOf(name, code, hops);
}

/** The member of an object, by the way that leads to it. */
export function memberOf(from: Expression | undefined, ...way: readonly string[]): Expression | undefined {
  let at = from;
  for (const key of way) {
    const member = at?.kind === "object" ? last(membersOf(at.code, at.start), key) : undefined;
    if (member?.value === undefined || at?.kind !== "object") return undefined;
    at = expressionAt(at.code, member.value);
  }
  return at;
}

/** The elements of an array that can be seen. */
export function itemsOf(from: Expression | undefined): readonly Expression[] {
  if (from?.kind !== "array") return [];
  return [...elementsOf(from.code, from.start)].flatMap(({ start }) => expressionAt(from.code, start) ?? []);
}

export const textOf = (from: Expression | undefined): string | undefined =>
  from?.kind === "string" ? from.passage.text : undefined;

/** Where a value stands in the page. */
export function rangeOf(it: Expression): Range {
  const [passage, start, end] =
    it.kind === "string" ? [it.passage, 0, it.passage.text.length] : [it.code, it.start, it.end];
  return { start: passage.placeOf(start), end: end > start ? passage.placeOf(end - 1) + 1 : passage.placeOf(start) };
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

function literal(code: Passage, start: number, char: "{" | "["): Expression | undefined {
  // The bracket is one expression: what closes it, or the end of the text, ends it.
  const end = closingOf(code.text, start);
  return { kind: char === "{" ? "object" : "array", code, start, end };
}

/** The offset behind the bracket that closes the one at `at`. */
function closingOf(text: string, at: number): number {
  let end = at;
  do end = skipExpression(text, end + 1);
  while (/[,;]/.test(text.charAt(end)));
  return Math.min(end + 1, text.length);
}

function parsedAt(code: Passage, at: number, hops: number): Expression | undefined {
  const text = expressionWithin(code, at, hops + 1);
  return text?.kind === "string" ? expressionAt(text.passage, 0) : undefined;
}

/** What a name was given, where that is said once by a literal. */
function valueOf(name: string, code: Passage, hops: number): Expression | undefined {
  const given = new RegExp(`(?:^|[^\\w$.])(?:(?:const|let|var)\\s+|window\\.)?${escaped(name)}\\s*=(?!=|>)`, "g");
  for (const { 0: written, index } of code.text.matchAll(given)) {
    const found = expressionWithin(code, index + written.length, hops + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const escaped = (name: string): string => name.replaceAll("$", "\\$");

function last(members: Iterable<Member>, key: string): Member | undefined {
  let found: Member | undefined;
  for (const member of members) if (member.key === key) found = member;
  return found;
}

const JSON_PARSE = /JSON\s*\.\s*parse\s*\(\s*/y;
const NAME = /^(?:window\.)?([\p{ID_Start}$_][\p{ID_Continue}$]*)(?![\w$]|\s*[.([])/u;
const LONGEST_NAME = 200;
/** A name may be given by another name; more steps than these lead in a circle. */
const MOST_HOPS = 4;
