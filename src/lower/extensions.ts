import type { Cursor } from "../document/cursor.js";
import type { Json } from "../ir/types.js";

/**
 * The fields that the specification leaves to vendors (OpenAPI 3.1, section 4.9), those of a path item for each of its
 * operations that does not say otherwise; undefined where there are none.
 */
export function lowerExtensions(item: Cursor, operation: Cursor): { readonly [name: string]: Json } | undefined {
  const all = [...extensionsOf(item), ...extensionsOf(operation)];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

const extensionsOf = (node: Cursor): readonly (readonly [string, Json])[] =>
  node.keys
    .filter((it) => it.startsWith("x-"))
    // What an input file holds is JSON by construction of the readers.
    .map((it) => [it, node.get(it)?.value as Json]);
