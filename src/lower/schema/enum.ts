import type { Cursor } from "../../document/cursor.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";

/** `const`: one value. What is not a scalar has no literal type and is widened. */
export function lowerConst(ctx: Lowering, schema: Cursor): Type {
  const value = schema.get("const");
  return value === undefined ? { kind: "unknown" } : lowerValue(ctx, value);
}

/** `enum`: the values in the author's order, each once; null is a member of the union like any other. */
export function lowerEnum(ctx: Lowering, schema: Cursor): Type {
  const values = schema.items("enum");
  if (values.length === 0) ctx.diagnostics.report("schema/empty-enum", schema.origin, {});
  const seen = new Set<unknown>();
  const distinct = values.filter(({ value }) => !seen.has(value) && seen.add(value));
  return alternatives(distinct.map((it) => lowerValue(ctx, it)));
}

/** What `enum` says of a list without values is nothing; what it says of a structured value cannot be told in a literal. */
function alternatives(members: readonly Type[]): Type {
  const [only] = members;
  if (only === undefined || members.some((it) => it.kind === "unknown")) return { kind: "unknown" };
  return members.length === 1 ? only : { kind: "union", members };
}

function lowerValue(ctx: Lowering, node: Cursor): Type {
  const { value } = node;
  if (value === null) return { kind: "null" };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return { kind: "literal", value };
  }
  ctx.diagnostics.report("schema/structured-value", node.origin, {});
  return { kind: "unknown" };
}
