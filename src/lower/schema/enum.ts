import type { Cursor } from "../../document/cursor.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { union } from "./algebra.js";

/** `const`: one value. What is not a scalar has no literal type and is widened. */
export function lowerConst(ctx: Lowering, schema: Cursor): Type {
  const value = schema.get("const");
  return value === undefined ? { kind: "unknown" } : lowerValue(ctx, value);
}

/** `enum`: the values in the author's order, each once; null is a member of the union like any other. */
export function lowerEnum(ctx: Lowering, schema: Cursor): Type {
  const values = schema.items("enum");
  if (values.length === 0) {
    ctx.diagnostics.report("schema/empty-enum", schema.origin, {});
    return { kind: "unknown" };
  }
  return union(values.map((it) => lowerValue(ctx, it)));
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
