import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Cursor } from "../document/cursor.js";
import type { Param, Response } from "../ir/types.js";
import type { Lowering } from "./context.js";

/** What came of nodes that references of several operations lead to. */
export interface Shared {
  readonly params: Known<Param>;
  readonly answers: Known<Answer>;
  /** Where a reference leads that leads to another one. */
  readonly ends: Map<string, Cursor>;
}

/** A response, whatever status it is for. */
export type Answer = Omit<Response, "status" | "outcome">;

/** What a reference leads to is one cursor for all that refer so. */
type Known<T> = Map<Cursor, { readonly result: T; readonly said: Diagnostics }>;

export const nothingShared = (): Shared => ({ params: new Map(), answers: new Map(), ends: new Map() });

/**
 * Lowers what `node` stands for, which is `target`: once, however many references lead there. Where parts are remembered, each asks
 * for itself.
 */
export function lowerShared<T>(
  ctx: Lowering,
  all: Known<T>,
  node: Cursor,
  target: Cursor,
  lower: (ctx: Lowering) => T,
): T {
  if (node === target || ctx.recall !== undefined) return lower(ctx);
  let known = all.get(target);
  if (known === undefined) all.set(target, (known = apart(ctx, lower)));
  if (!known.said.isEmpty) ctx.diagnostics.join(known.said);
  return known.result;
}

function apart<T>(ctx: Lowering, lower: (ctx: Lowering) => T) {
  const said = new Diagnostics();
  return { result: lower({ ...ctx, diagnostics: said }), said };
}
