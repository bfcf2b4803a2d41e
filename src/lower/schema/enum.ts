import type { Cursor } from "../../document/cursor.js";
import { isInexact } from "../../document/digits.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { union } from "../../ir/algebra.js";
import { hasLabels, labelsOf } from "./enum-labels.js";
import { lowerNumber } from "./scalar.js";

/** `const`: one value. What is not a scalar has no literal type and is widened. */
export function lowerConst(ctx: Lowering, schema: Cursor): Type {
  const value = schema.get("const");
  return value === undefined ? { kind: "unknown" } : lowerValue(ctx, value, schema, typesOf(schema));
}

/** `enum`: the values in the author's order, each once; null is a member of the union like any other, and one where `type` alone names it. */
export function lowerEnum(ctx: Lowering, schema: Cursor): Type {
  const values = schema.items("enum");
  if (values.length === 0) ctx.diagnostics.report("schema/empty-enum", schema.origin, {});
  const types = typesOf(schema);
  const ofItems = isOfItems(types, values);
  const isLabelled = hasLabels(schema);
  if (ofItems) ctx.diagnostics.report("schema/enum-of-items", (schema.get("enum") ?? schema).origin, {});
  const allowed = ofItems ? typesOf(schema.get("items")) : types;
  const seen = new Set<unknown>();
  const members = values.flatMap((it, i): readonly Type[] => {
    const value = isInexact(it.value) ? (ctx.digits(it) ?? it.value) : it.value;
    if (seen.has(value)) return [];
    seen.add(value);
    const member = lowerValue(ctx, it, (ofItems ? schema.get("items") : undefined) ?? schema, allowed);
    return [isLabelled && member.kind === "literal" ? { ...member, ...labelsOf(ctx, schema, i, it.value) } : member];
  });
  const type = alternatives(members);
  return orNull(ctx, schema, values, ofItems ? { kind: "array", item: type } : type);
}

/** By the letter null is no value where `enum` does not list it, and no author who names it as a type means that. */
function orNull(ctx: Lowering, schema: Cursor, values: readonly Cursor[], type: Type): Type {
  const named = schema.items("type").find((it) => it.value === "null");
  if (named === undefined || values.some((it) => it.value === null)) return type;
  ctx.diagnostics.report("schema/null-beside", named.origin, {});
  return union([type, { kind: "null" }]);
}

/** The values of an array that are none: those that its items may have. */
const isOfItems = ({ names }: Allowed, values: readonly Cursor[]): boolean =>
  names.includes("array") && values.length > 0 && values.every(({ value }) => typeof value !== "object");

/** The types that a schema names, and how values are read as one of them. */
interface Allowed {
  readonly names: readonly string[];
  readonly readers: readonly Reader[];
}

function typesOf(schema: Cursor | undefined): Allowed {
  const type = schema?.text("type");
  const names = type === undefined ? (schema?.texts("type") ?? []) : [type];
  return { names, readers: names.flatMap((it) => READERS.get(it) ?? []) };
}

/** What `enum` says of a list without values is nothing; what it says of a structured value cannot be told in a literal. */
function alternatives(members: readonly Type[]): Type {
  const [only] = members;
  if (only === undefined || members.some((it) => it.kind === "unknown")) return { kind: "unknown" };
  return union(members);
}

function lowerValue(ctx: Lowering, node: Cursor, schema: Cursor, types: Allowed): Type {
  const { value } = node;
  if (value === null) return { kind: "null" };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    const literal = ofType(ctx, node, value, types);
    return isInexact(literal) ? lowerInexact(ctx, node, schema) : { kind: "literal", value: literal };
  }
  ctx.diagnostics.report("schema/structured-value", node.origin, {});
  return { kind: "unknown" };
}

/** A literal of TypeScript would be of another number; and as a bigint it has none, whatever becomes of the format. */
function lowerInexact(ctx: Lowering, node: Cursor, schema: Cursor): Type {
  ctx.diagnostics.report("schema/inexact-value", node.origin, { value: ctx.digits(node) ?? String(node.value) });
  return lowerNumber(ctx, schema, true);
}

type Scalar = string | number | boolean;

/** YAML takes `1` and `true` for what they look like, and some authors quote all they write: `type` says what is meant. */
function ofType(ctx: Lowering, node: Cursor, value: Scalar, { names, readers }: Allowed): Scalar {
  if (readers.length === 0) return value;
  // A closure would be made for each value.
  for (const read of readers) if (read(value) === value) return value;
  const digits = ctx.digits(node);
  const meant = readers.map((read) => read(value, digits)).find((it) => it !== undefined);
  const given = digits ?? JSON.stringify(value);
  const type = names.join(" or ");
  if (meant === undefined) ctx.diagnostics.report("schema/value-of-no-type", node.origin, { value: given, type });
  else {
    const shown = isInexact(meant) ? String(value).trim() : JSON.stringify(meant);
    ctx.diagnostics.report("schema/value-type", node.origin, { value: given, type, meant: shown });
  }
  return meant ?? value;
}

/** What a scalar is as a value of a type; undefined where it cannot be one. */
type Reader = (value: Scalar, digits?: string) => Scalar | undefined;

const numeric: Reader = (value) => {
  if (typeof value !== "string") return typeof value === "number" ? value : undefined;
  return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
};

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["string", (value, digits) => digits ?? String(value)],
  ["number", numeric],
  ["integer", numeric],
  [
    "boolean",
    (value) => (value === "true" ? true : value === "false" ? false : typeof value === "boolean" ? value : undefined),
  ],
]);
