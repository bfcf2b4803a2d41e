import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { Lowering } from "../context.js";

/** Keywords that say more of a value than a rule reads. Those that only bound it, such as `contains`, change no type. */
const UNREAD = keywords("$dynamicRef");

/** What is not read is said, so that nothing disappears silently. */
export function reportUnread(ctx: Lowering, schema: Cursor): void {
  if (!schema.hasAny(UNREAD)) return;
  for (const keyword of UNREAD.names) {
    const node = schema.get(keyword);
    if (node !== undefined) ctx.diagnostics.report("schema/unread-keyword", node.origin, { keyword });
  }
}
