import type { Cursor } from "../document/cursor.js";
import type { Json } from "../ir/types.js";

/**
 * The fields that the specification leaves to vendors (OpenAPI 3.1, section 4.9), those of a path item for each of its
 * operations that does not say otherwise; undefined where there are none.
 */
export function lowerExtensions(item: Cursor, operation: Cursor): { readonly [name: string]: Json } | undefined {
  const all: [string, Json][] = [];
  for (const node of [item, operation])
    for (const key of node.keys)
      // What an input file holds is JSON by construction of the readers.
      if (key.startsWith("x-")) all.push([key, node.get(key)?.value as Json]);
  return all.length === 0 ? undefined : Object.fromEntries(all);
}
