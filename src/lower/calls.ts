import type { Cursor } from "../document/cursor.js";
import { METHODS } from "../document/methods.js";
import type { Lowering } from "./context.js";

/** An operation of a path item, and the method as it is sent. */
export interface Call {
  readonly method: string;
  readonly node: Cursor;
}

/** The operations of a path item, in the author's order (OpenAPI 3.2, section 4.9). */
export const callsOf = (ctx: Lowering, item: Cursor): readonly Call[] =>
  item.keys.flatMap((key): readonly Call[] => {
    const field = key.toLowerCase();
    const node = METHODS.includes(field) ? item.get(key) : undefined;
    if (node?.isObject === true) {
      const method = field.toUpperCase();
      if (field !== key)
        ctx.diagnostics.report("operation/method-case", { ...node.origin, at: "key" }, { key, method });
      return [{ method, node }];
    }
    // Methods without a field of their own, by the name that is sent.
    return key === "additionalOperations" ? item.entries(key).map(([method, it]) => ({ method, node: it })) : [];
  });
