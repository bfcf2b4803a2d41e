import type { Cursor } from "../../document/cursor.js";
import type { Lowering } from "../context.js";

/** Keywords that say more of a value than a rule reads. Those that only bound it, such as `contains`, change no type. */
const UNREAD = ["$dynamicRef"] as const;

/** What is not read is said, so that nothing disappears silently. */
export function reportUnread(ctx: Lowering, schema: Cursor): void {
  for (const keyword of UNREAD) {
    const node = schema.get(keyword);
    if (node !== undefined) ctx.diagnostics.report("schema/unread-keyword", node.origin, { keyword });
  }
}
