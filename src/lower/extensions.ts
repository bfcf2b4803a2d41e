import type { Cursor } from "../document/cursor.js";
import type { Json } from "../ir/types.js";

/** The fields of a node that the specification leaves to vendors (OpenAPI 3.1, section 4.9); undefined where it has none. */
export function lowerExtensions(node: Cursor): { readonly [name: string]: Json } | undefined {
  const all = node.entries().filter(([name]) => name.startsWith("x-"));
  // What an input file holds is JSON by construction of the readers.
  return all.length === 0 ? undefined : Object.fromEntries(all.map(([name, it]) => [name, it.value as Json]));
}
