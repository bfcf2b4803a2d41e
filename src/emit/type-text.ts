import type { Exported, Member, Names } from "../names/names.js";
import type { Property, Type, TypeId, TypeKind, TypeOf } from "../ir/types.js";
import { comment } from "./comment.js";
import type { FileScope } from "./file-scope.js";
import { propertyTags } from "./tags.js";
import { deeper, indent, key, quote } from "./text.js";
import { valuesDoc } from "./values-text.js";

export interface TypeContext {
  readonly file: FileScope;
  readonly names: NameOf;
}

/** What is asked of the names where something is written. */
export interface NameOf {
  readonly symbolOf: (id: TypeId) => Exported | undefined;
  readonly membersOf: (id: TypeId) => readonly Member[] | undefined;
}

export const nameOf = ({ types, members }: Names): NameOf => ({
  symbolOf: (id) => types[id],
  membersOf: (id) => members[id],
});

/** A type that is longer than this on one line takes a line a member. */
const LINE = 80;

/** What the runtime calls it. */
const EXACT_DECIMAL: Exported = { name: "ExactDecimal", file: "runtime/exact-decimal.ts" };

/** How each kind is written; a kind added to the IR does not compile until it is. */
const printers: { readonly [K in TypeKind]: (type: TypeOf<K>, ctx: TypeContext, at: string) => string } = {
  ref: ({ id }, { file, names }) => {
    const symbol = names.symbolOf(id);
    if (symbol === undefined) throw new Error(`The type ${id} has no name`);
    return file.type(symbol);
  },
  unknown: () => "unknown",
  never: () => "never",
  null: () => "null",
  boolean: () => "boolean",
  number: () => "number",
  bigint: () => "bigint",
  decimal: (_, { file }) => file.type(EXACT_DECIMAL),
  string: () => "string",
  bytes: ({ encoding }) => (encoding === "raw" ? "Blob" : "string"),
  literal: ({ value }) => (typeof value === "string" ? quote(value) : String(value)),
  array: ({ item }, ctx, at) => `${operand(item, ctx, at)}[]`,
  tuple: ({ items, rest }, ctx, at) => {
    const last = rest === undefined ? [] : [`...${operand(rest, ctx, at)}[]`];
    return `[${[...items.map((it) => typeText(it, ctx, at)), ...last].join(", ")}]`;
  },
  object: (type, ctx, at) => objectText(type, ctx, at),
  union: (type, ctx, at) => union(alternatives(type, ctx, at), at),
  intersection: ({ members }, ctx, at) =>
    join(
      members.map((it) => operand(it, ctx, at)),
      "&",
      at,
    ),
};

/** The members of a union, with those of unions inside it; any other type is the only one. */
function alternatives(type: Type, ctx: TypeContext, at: string): readonly string[] {
  if (type.kind !== "union") return [typeText(type, ctx, at)];
  const texts = type.members.flatMap((it) => (it.kind === "union" ? alternatives(it, ctx, at) : typeText(it, ctx, at)));
  return type.open === true ? [...texts, ...others(type.members)] : texts;
}

/** Any other value of the same kind, in a form that keeps the known ones in an editor's list. */
const others = (members: readonly Type[]): readonly string[] =>
  ["string", "number"]
    .filter((kind) => members.some((it) => it.kind === "literal" && typeof it.value === kind))
    .map((kind) => `(${kind} & {})`);

/** A type as source text. */
export function typeText(type: Type, ctx: TypeContext, at: string): string {
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const print = printers[type.kind] as (type: Type, ctx: TypeContext, at: string) => string;
  return print(type, ctx, at);
}

/** The body of an interface, or an object type literal. */
export function objectText({ properties, extra }: TypeOf<"object">, ctx: TypeContext, at: string): string {
  const inside = deeper(at);
  const members = properties.map((it) => member(it, ctx, inside));
  const signature = indexSignature(properties, extra, ctx, inside);
  if (signature !== undefined) members.push(signature);
  return block(members, at);
}

/** Members in braces, a line each. */
export const block = (members: readonly string[], at: string): string =>
  members.length === 0 ? "{}" : `{${deeper(at)}${members.join(deeper(at))}${at}}`;

/** Alternatives as one type, each once; a line each where they are many. */
export const union = (texts: readonly string[], at: string): string => {
  if (texts.length === 1) return texts.join("");
  // A union of many lines starts with an operator, so it stands among others in parentheses.
  const members = texts.map((it) => (it.startsWith("\n") ? `(${indent(it)}${at})` : it));
  return join(members, "|", at);
};

function member(property: Property, ctx: TypeContext, at: string): string {
  const { doc, wireName, required, type } = property;
  const head = `${comment(doc, at, valuesDoc(type), propertyTags(property))}${key(wireName)}${required ? ":" : "?:"}`;
  return `${head}${after(typeText(type, ctx, at))};`;
}

/** What follows a colon or an equals sign: a type that starts on a line of its own takes no space before it. */
export const after = (text: string): string => (text.startsWith("\n") ? indent(text) : ` ${text}`);

/** An index signature speaks of the named properties too, so it takes in their types. */
function indexSignature(
  properties: readonly Property[],
  extra: TypeOf<"object">["extra"],
  ctx: TypeContext,
  at: string,
): string | undefined {
  if (extra.kind !== "typed") {
    if (properties.length > 0) return undefined;
    return extra.kind === "open" ? "[key: string]: unknown;" : "[key: string]: never;";
  }
  const texts = [extra.value, ...properties.map((it) => it.type)].flatMap((it) => alternatives(it, ctx, at));
  const optional = properties.some((it) => !it.required) ? ["undefined"] : [];
  return `[key: string]:${after(union([...texts, ...optional], at))};`;
}

/** A member of an array or intersection, in parentheses where it would bind otherwise. */
function operand(type: Type, ctx: TypeContext, at: string): string {
  const text = typeText(type, ctx, at);
  if (type.kind !== "union" && type.kind !== "intersection") return text;
  return text.startsWith("\n") ? `(${indent(text)}${at})` : `(${text})`;
}

function join(texts: readonly string[], operator: "|" | "&", at: string): string {
  const distinct = [...new Set(texts)];
  if (distinct.includes("unknown") && operator === "|") return "unknown";
  const line = distinct.join(` ${operator} `);
  if (distinct.length === 1 || line.length <= LINE || isShort(distinct, line, at)) return line;
  return distinct.map((it) => `${at}${operator} ${indent(it)}`).join("");
}

/** Whether one member alone has several lines, or all of them are short but for the indentation. */
function isShort(texts: readonly string[], line: string, at: string): boolean {
  if (!line.includes("\n")) return false;
  return texts.filter((it) => it.includes("\n")).length === 1 || line.replaceAll(at, "\n").length <= LINE;
}
