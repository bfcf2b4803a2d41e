import type { Cursor } from "../../document/cursor.js";
import type { Lowering } from "../context.js";

/** Keywords that say more of a value than a rule reads. Those that only bound it, such as `contains`, change no type. */
const UNREAD = ["not", "if", "dependentSchemas", "dependentRequired", "unevaluatedProperties", "$dynamicRef"] as const;

/** What is not read is said, so that nothing disappears silently. */
export function reportUnread(ctx: Lowering, schema: Cursor): void {
  for (const keyword of UNREAD) {
    const node = schema.get(keyword);
    // `unevaluatedProperties: true` is what holds without it.
    if (node !== undefined && node.value !== true) {
      ctx.diagnostics.report("schema/unread-keyword", node.origin, { keyword });
    }
  }
}
