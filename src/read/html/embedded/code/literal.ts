import type { Range } from "../../../../diagnostics/diagnostics.js";
import { list, type Placed, value } from "../../../placed.js";
import type { Passage } from "../passage.js";
import { elementsOf, type Member, membersOf } from "./members.js";
import { stringAt } from "./string.js";

/**
 * The literal at an offset of some code as plain values, each with its place: all that JSON5 allows, and what minifiers
 * make of constants. Code of any other kind is left out; `leftOut` is told of each. Nothing is ever run.
 */
export function literalAt(code: Passage, at: number, end: number, leftOut: (place: Range) => void): Placed | undefined {
  return place({ code, leftOut }, { key: "", value: at, start: at, end }, 0);
}

interface Parse {
  readonly code: Passage;
  readonly leftOut: (place: Range) => void;
}

function place(parse: Parse, member: Member, depth: number): Placed | undefined {
  const { code, leftOut } = parse;
  const { value: at, start, end } = member;
  const range = rangeOf(code, at ?? start, end);
  if (at === undefined || depth > MOST_LEVELS) {
    leftOut(range);
    return undefined;
  }
  switch (code.text[at]) {
    case "{":
      return { kind: "object", range, members: new Map(placeAll(parse, membersOf(code, at), depth)) };
    case "[":
      return list(
        range,
        placeAll(parse, elementsOf(code, at), depth).map(([, it]) => it),
      );
    default:
      return placeScalar(parse, at, end, range);
  }
}

function placeAll(parse: Parse, members: Iterable<Member>, depth: number): readonly (readonly [string, Placed])[] {
  return [...members].flatMap((member) => {
    const placed = place(parse, member, depth + 1);
    return placed === undefined ? [] : [[member.key, placed] as const];
  });
}

function placeScalar({ code, leftOut }: Parse, at: number, end: number, range: Range): Placed | undefined {
  const text = code.text.slice(at, end).trim();
  const quoted = stringAt(code, at);
  if (quoted !== undefined && code.text.slice(quoted.end, end).trim() === "") return value(range, quoted.passage.text);
  if (UNDEFINED.test(text)) return undefined;
  if (CONSTANTS.has(text)) return value(range, CONSTANTS.get(text));
  const number = NUMBER.test(text) ? numberOf(text) : Number.NaN;
  if (!Number.isNaN(number)) return value(range, number);
  leftOut(range);
  return undefined;
}

/** Without the blanks that stand before what closes it. */
function rangeOf({ text, placeOf }: Passage, start: number, end: number): Range {
  const last = start + text.slice(start, end).trimEnd().length;
  return { start: placeOf(start), end: last > start ? placeOf(last - 1) + 1 : placeOf(start) };
}

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

/** No description is nested this deeply, and each level is a call. */
const MOST_LEVELS = 1_000;
