import type { Cursor } from "../document/cursor.js";
import type { Lowering } from "./context.js";

/** The node itself, or what its `$ref` names at the end of the chain; undefined, and said, where the chain leads nowhere. */
export const dereference = (ctx: Lowering, node: Cursor): Cursor | undefined =>
  node.has("$ref") ? follow(ctx, node) : node;

function follow(ctx: Lowering, node: Cursor): Cursor | undefined {
  const seen = new Set<string>();
  for (let at = node; ;) {
    const reference = at.text("$ref");
    if (reference === undefined) return at;
    if (seen.has(reference)) {
      ctx.diagnostics.report("ref/circular", node.origin, { ref: reference });
      return undefined;
    }
    seen.add(reference);
    const target = node.resolve(reference);
    if (target === undefined) {
      reportMissing(ctx, at, reference);
      return undefined;
    }
    at = target;
  }
}

/** Says that a node refers to nothing; where that was found out in following it into another file, what was said then. */
export function reportMissing({ diagnostics, broken }: Lowering, { origin }: Cursor, reference: string): void {
  const target = { source: origin.source, pointer: `${origin.pointer}/$ref` };
  const said = broken(target);
  if (said === undefined) diagnostics.report("ref/not-found", target, { ref: reference });
  else diagnostics.add(said);
}
