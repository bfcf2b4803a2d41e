import type { Type, TypeOf } from "../ir/types.js";
import type { Member } from "../names/names.js";
import { comment, harmless } from "./comment.js";
import { INSIDE, key, quote, TOP } from "./text.js";

type Literal = TypeOf<"literal">;

/** The values of a type that is a list of them. */
function literalsOf(type: Type): readonly Literal[] {
  if (type.kind === "union") return type.members.filter((it) => it.kind === "literal");
  return type.kind === "literal" ? [type] : [];
}

const valueText = ({ value }: Literal): string => (typeof value === "string" ? quote(value) : String(value));

/** What the description says of single values, as one Markdown list for a doc comment. */
export function valuesDoc(type: Type): readonly string[] {
  if (type.kind !== "union" && type.kind !== "literal") return NONE;
  const told = literalsOf(type).filter((it) => it.description !== undefined);
  if (told.length === 0) return NONE;
  const lines = told.map((it) => `- \`${valueText(it)}\`: ${(it.description ?? "").replaceAll(/\s+/g, " ")}`);
  return [harmless(lines.join("\n"))];
}

/** Most types have none, so no list is made for those. */
const NONE: readonly string[] = [];

/** An object that holds the values of a type under the names given, those that they had before too, and the type of what it holds. */
export function valuesObject(name: string, type: Type, members: readonly Member[]): string {
  const lines = literalsOf(type).flatMap((it, i) => {
    const member = members[i] ?? { name: String(it.value), former: [] };
    const doc = comment({}, INSIDE, [], [`@deprecated It is called ${member.name} now.`]);
    const old = member.former.map((former) => `${doc}${key(former)}: ${valueText(it)},`);
    return [`${key(member.name)}: ${valueText(it)},`, ...old];
  });
  const isNullable = type.kind === "union" && type.members.some((it) => it.kind === "null");
  return [
    `export const ${name} = {${INSIDE}${lines.join(INSIDE)}${TOP}} as const;`,
    `export type ${name} = (typeof ${name})[keyof typeof ${name}]${isNullable ? " | null" : ""};`,
  ].join("\n");
}
