import type { Cursor } from "../cursor.js";
import { resolved } from "./fact.js";

/** JSON's types without null: whether a value may be null is no reason to call a schema another one. */
export type Types = ReadonlySet<string>;

/** Which types a schema allows, as far as it says so without looking into `allOf` or conditions; undefined when it does not. */
export function typesOf(schema: Cursor): Types | undefined {
  return typesWithin(schema, new Set());
}

function typesWithin(schema: Cursor, seen: Set<unknown>): Types | undefined {
  const node = resolved(schema);
  if (node === undefined || seen.has(node.value)) return undefined;
  seen.add(node.value);
  const type = node.get("type")?.value;
  if (type !== undefined) return withoutNull(Array.isArray(type) ? type : [type]);
  const union = node.items("anyOf").length > 0 ? node.items("anyOf") : node.items("oneOf");
  return union.length > 0 ? typesOfAll(union, seen) : undefined;
}

function typesOfAll(members: readonly Cursor[], seen: Set<unknown>): Types | undefined {
  const types = new Set<string>();
  for (const member of members) {
    const own = typesWithin(member, seen);
    if (own === undefined) return undefined;
    for (const type of own) types.add(type);
  }
  return types;
}

const withoutNull = (types: readonly unknown[]): Types =>
  new Set(types.filter((type) => typeof type === "string").filter((type) => type !== "null"));
