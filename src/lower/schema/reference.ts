import type { Cursor } from "../../document/cursor.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";

/** `$ref` to a schema: a declared type, so that recursion needs no care. */
export function lowerReference(ctx: Lowering, schema: Cursor): Type {
  const reference = schema.text("$ref") ?? "";
  const target = schema.resolve(reference);
  if (target !== undefined) return { kind: "ref", id: ctx.declare(target) };
  const { source, pointer } = schema.origin;
  ctx.diagnostics.report("ref/not-found", { source, pointer: `${pointer}/$ref` }, { ref: reference });
  return { kind: "unknown" };
}
