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
  item.entries().flatMap(([key, node]): readonly Call[] => {
    const field = key.toLowerCase();
    if (METHODS.includes(field) && node.isObject) {
      const method = field.toUpperCase();
      if (field !== key)
        ctx.diagnostics.report("operation/method-case", { ...node.origin, at: "key" }, { key, method });
      return [{ method, node }];
    }
    // Methods without a field of their own, by the name that is sent.
    return key === "additionalOperations" ? node.entries().map(([method, it]) => ({ method, node: it })) : [];
  });
