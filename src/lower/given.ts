import type { Cursor } from "../document/cursor.js";
import { holdsInexact } from "../document/exact.js";
import type { Given, Json } from "../ir/types.js";
import type { Lowering } from "./context.js";

/** A value of the description, with all digits of its integers. */
export function lowerGiven(ctx: Lowering, node: Cursor): Given {
  // What an input file holds is JSON by construction of the readers.
  const value = node.value as Json;
  return holdsInexact(value) ? { value, text: textOf(ctx, node) } : { value };
}

/** As `JSON.stringify` writes it, but for integers that have lost digits. */
function textOf(ctx: Lowering, node: Cursor): string {
  if (Array.isArray(node.value))
    return `[${node
      .items()
      .map((it) => textOf(ctx, it))
      .join()}]`;
  if (node.isObject)
    return `{${node
      .entries()
      .map(([key, it]) => `${JSON.stringify(key)}:${textOf(ctx, it)}`)
      .join()}}`;
  return ctx.digits(node) ?? JSON.stringify(node.value);
}
