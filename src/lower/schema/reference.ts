import { tokensOf } from "../../diagnostics/pointer.js";
import type { Cursor } from "../../document/cursor.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { reportMissing } from "../reference.js";
import { isComponent } from "../declarations.js";
import { isCombination } from "./combination.js";

/** `$ref` to a schema: a declared type, so that recursion needs no care. */
export function lowerReference(ctx: Lowering, schema: Cursor): Type {
  const target = targetOf(ctx, schema, []);
  return target === undefined ? { kind: "unknown" } : { kind: "ref", id: ctx.declare(target) };
}

/** What stands inside another schema and only refers on is no type of its own. */
function targetOf(ctx: Lowering, schema: Cursor, seen: readonly string[]): Cursor | undefined {
  const reference = schema.text("$ref") ?? "";
  const target = schema.resolve(reference);
  if (target === undefined) {
    reportMissing(ctx, schema, reference);
    return undefined;
  }
  const refersOn = target.isObject && target.text("$ref") !== undefined && !isCombination(target);
  if (!refersOn || isComponent(tokensOf(target.pointer)) || seen.includes(target.pointer)) return target;
  return targetOf(ctx, target, [...seen, target.pointer]);
}
