import type { Cursor } from "../../document/cursor.js";

/** The schema of a property wherever a schema gets it from: its own `properties`, its `$ref`, its `allOf`. */
export function findProperty(schema: Cursor, name: string, seen: ReadonlySet<string> = new Set()): Cursor | undefined {
  if (seen.has(schema.pointer)) return undefined;
  const visited = new Set([...seen, schema.pointer]);
  const own = schema.get("properties")?.get(name);
  if (own !== undefined) return own;
  const reference = schema.text("$ref");
  const target = reference === undefined ? undefined : schema.resolve(reference);
  const sources = [...(target ? [target] : []), ...schema.items("allOf")];
  for (const source of sources) {
    const found = findProperty(source, name, visited);
    if (found !== undefined) return found;
  }
  return undefined;
}
