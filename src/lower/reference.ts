import type { Cursor } from "../document/cursor.js";
import type { Lowering } from "./context.js";

/** The node itself, or what its `$ref` names at the end of the chain; undefined, and said, where the chain leads nowhere. */
export function dereference(ctx: Lowering, node: Cursor): Cursor | undefined {
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
      const { source, pointer } = at.origin;
      ctx.diagnostics.report("ref/not-found", { source, pointer: `${pointer}/$ref` }, { ref: reference });
      return undefined;
    }
    at = target;
  }
}
