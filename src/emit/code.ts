import { deeper, key } from "./text.js";

/** A member of an object literal, written as an expression; undefined leaves the member out. */
export type Member = readonly [name: string, expression: string | undefined];

/** An object literal with a member a line; the members are made for a level deeper. */
export function objectLiteral(members: readonly Member[], at: string): string {
  const parts = memberTexts(members);
  return parts.length === 0 ? "{}" : `{${deeper(at)}${parts.join(`,${deeper(at)}`)},${at}}`;
}

/** `{ a: 1, b: 2 }`, for what is short by nature. */
export function inlineObject(members: readonly Member[]): string {
  const parts = memberTexts(members);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function memberTexts(members: readonly Member[]): readonly string[] {
  const texts: string[] = [];
  members.forEach((it) => {
    const expression = it[1];
    if (expression !== undefined) texts.push(expression === it[0] ? expression : `${key(it[0])}: ${expression}`);
  });
  return texts;
}

export const arrayLiteral = (expressions: readonly string[]): string => `[${expressions.join(", ")}]`;

/** A call whose arguments take a line each, as they do once one of them is an object of several lines; they are made for a level deeper. */
export const callText = (callee: string, args: readonly string[], at: string): string =>
  `${callee}(${deeper(at)}${args.join(`,${deeper(at)}`)},${at})`;
