import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Cursor } from "../document/cursor.js";
import type { Lowering } from "./context.js";

/** What came of nodes that references of several operations lead to, by what it is and where. */
export type Shared = Map<string, { readonly result: unknown; readonly said: Diagnostics }>;

/**
 * Lowers what `node` stands for, which is `target`: once, however many references lead there. `what` tells apart what is made of
 * one target. Where parts are remembered, each asks for itself.
 */
export function lowerShared<T>(
  ctx: Lowering,
  what: string,
  [node, target]: readonly [Cursor, Cursor],
  lower: (ctx: Lowering) => T,
): T {
  if (node === target || ctx.recall !== undefined) return lower(ctx);
  const key = `${what} ${target.pointer}`;
  const known = ctx.shared.get(key) ?? apart(ctx, lower);
  ctx.shared.set(key, known);
  ctx.diagnostics.join(known.said);
  // What it is stands in the key.
  return known.result as T;
}

function apart<T>(ctx: Lowering, lower: (ctx: Lowering) => T) {
  const said = new Diagnostics();
  return { result: lower({ ...ctx, diagnostics: said }), said };
}
