import type { Cursor } from "../document/cursor.js";
import type { Lowering } from "./context.js";
import { nothingShared } from "./shared.js";

/** The node itself, or what its `$ref` names at the end of the chain; undefined, and said, where the chain leads nowhere. */
export function dereference(ctx: Lowering, node: Cursor): Cursor | undefined {
  const reference = node.text("$ref");
  if (reference === undefined) return node;
  const target = node.resolve(reference);
  // Nearly all lead there at once.
  return target?.has("$ref") === false ? target : follow(ctx, node);
}

/** Where parts are remembered each asks for itself; else a chain that others lead into is gone along once. */
function follow(ctx: Lowering, node: Cursor): Cursor | undefined {
  const { ends } = ctx.recall === undefined ? ctx.shared : nothingShared();
  const seen = new Set<string>();
  let at = node;
  for (let reference = at.text("$ref"); reference !== undefined; reference = at.text("$ref")) {
    if (seen.has(reference)) {
      ctx.diagnostics.report("ref/circular", node.origin, { ref: reference });
      return undefined;
    }
    seen.add(reference);
    const target = ends.get(reference) ?? node.resolve(reference);
    if (target === undefined) {
      reportMissing(ctx, at, reference);
      return undefined;
    }
    at = target;
  }
  for (const reference of seen) ends.set(reference, at);
  return at;
}

/** Says that a node refers to nothing; where that was found out in following it into another file, what was said then. */
export function reportMissing({ diagnostics, broken }: Lowering, { origin }: Cursor, reference: string): void {
  const target = { source: origin.source, pointer: `${origin.pointer}/$ref` };
  const said = broken(target);
  if (said === undefined) diagnostics.report("ref/not-found", target, { ref: reference });
  else diagnostics.add(said);
}
