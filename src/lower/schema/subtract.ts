import type { Cursor } from "../../document/cursor.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { union } from "../../ir/algebra.js";
import { lowerSchema } from "./schema.js";

/** A type without some values; undefined where the rest has no type, such as all texts but one. */
export const withoutValues = (ctx: Lowering, type: Type, values: readonly unknown[], at: Cursor): Type | undefined =>
  reduced(ctx, type, at, (it) => withoutSome(it, values));

/** A type without what is of some types of JSON; undefined where the rest has no type, such as numbers that are no integers. */
export const withoutTypes = (ctx: Lowering, type: Type, types: readonly string[], at: Cursor): Type | undefined =>
  reduced(ctx, type, at, (it) => withoutKinds(it, types));

/** What is left of one member; undefined where that has no type. */
type Reduce = (member: Type) => readonly Type[] | undefined;

/** What loses nothing stays as it is. */
function reduced(ctx: Lowering, type: Type, at: Cursor, reduce: Reduce): Type | undefined {
  const members = membersOf(ctx, type, at);
  const kept: Type[] = [];
  for (const { type: member, named } of members) {
    const rest = reduce(member);
    if (rest === undefined) return undefined;
    kept.push(...(rest.length === 1 && rest[0] === member ? [named] : rest));
  }
  return kept.length === members.length && kept.every((it, i) => it === members[i]?.named) ? type : union(kept);
}

interface Member {
  readonly type: Type;
  /** The same by its name, where it has one that it keeps. */
  readonly named: Type;
}

/** All alternatives of a type, also those behind references. */
export function membersOf(ctx: Lowering, type: Type, at: Cursor): readonly Member[] {
  if (type.kind === "union") return type.members.flatMap((it) => membersOf(ctx, it, at));
  const alone = [{ type, named: type }];
  if (type.kind !== "ref" || ctx.borrowed.has(type.id)) return alone;
  // The id of a type is the pointer of its schema; a percent sign in it is no encoding.
  const target = at.resolve(`#${type.id.replaceAll("%", "%25")}`);
  if (target === undefined) return alone;
  const inside = { ...ctx, borrowed: new Set([...ctx.borrowed, target.pointer]) };
  const members = membersOf(inside, lowerSchema(inside, target), at);
  // What is one alternative keeps its name: nothing is ever taken from within it.
  return members.length === 1 ? members.map((it) => ({ ...it, named: type })) : members;
}

function withoutSome(member: Type, values: readonly unknown[]): readonly Type[] | undefined {
  if (member.kind === "literal") return values.includes(member.value) ? [] : [member];
  if (member.kind === "null") return values.includes(null) ? [] : [member];
  if (member.kind === "boolean") return withoutFlags(member, values);
  const name = jsonTypeOf(member);
  return name === undefined || values.some((it) => isOf(it, name)) ? undefined : [member];
}

function withoutFlags(member: Type, values: readonly unknown[]): readonly Type[] {
  const left = [true, false].filter((it) => !values.includes(it));
  return left.length === 2 ? [member] : left.map((value) => ({ kind: "literal", value }));
}

function withoutKinds(member: Type, types: readonly string[]): readonly Type[] | undefined {
  if (member.kind === "unknown")
    return types.includes("integer") && !types.includes("number") ? undefined : others(types);
  const name = jsonTypeOf(member);
  if (name === undefined) return undefined;
  if (types.includes(name) || (name === "integer" && types.includes("number"))) return [];
  return name === "number" && types.includes("integer") ? undefined : [member];
}

const ANY: readonly (readonly [name: string, type: Type])[] = [
  ["string", { kind: "string" }],
  ["number", { kind: "number", integer: false }],
  ["boolean", { kind: "boolean" }],
  ["array", { kind: "array", item: { kind: "unknown" } }],
  ["object", { kind: "object", properties: [], extra: { kind: "open" } }],
  ["null", { kind: "null" }],
];
const others = (types: readonly string[]): readonly Type[] =>
  ANY.flatMap(([name, type]) => (types.includes(name) ? [] : [type]));

/** The type of JSON that all values of a type have; undefined where that is none that is sure. */
function jsonTypeOf(type: Type): string | undefined {
  switch (type.kind) {
    case "string":
    case "bytes":
      return "string";
    case "number":
      return type.integer ? "integer" : "number";
    case "bigint":
      return "integer";
    case "literal":
      return Number.isInteger(type.value) ? "integer" : typeof type.value;
    case "array":
    case "tuple":
      return "array";
    case "boolean":
    case "object":
    case "null":
      return type.kind;
    case "intersection":
      return type.members.some((it) => it.kind === "object") ? "object" : undefined;
    default:
      return undefined;
  }
}

function isOf(value: unknown, name: string): boolean {
  if (value === null || Array.isArray(value)) return name === (value === null ? "null" : "array");
  return name === "integer" ? typeof value === "number" : typeof value === name;
}
