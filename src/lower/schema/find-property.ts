import type { Cursor } from "../../document/cursor.js";

/** The schema of a property wherever a schema gets it from: its own `properties`, its `$ref`, its `allOf`. */
export function findProperty(schema: Cursor, name: string, seen: ReadonlySet<string> = new Set()): Cursor | undefined {
  if (seen.has(schema.pointer)) return undefined;
  const visited = new Set([...seen, schema.pointer]);
  const own = schema.get("properties")?.get(name);
  if (own !== undefined) return own;
  for (const source of sourcesOf(schema)) {
    const found = findProperty(source, name, visited);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names that `required` gives and `properties` beside it does not. */
export const unnamedIn = (schema: Cursor): readonly string[] =>
  schema.texts("required").filter((it) => schema.get("properties")?.has(it) !== true);

/** What those that a schema is made of require and do not describe, as a base does whose heirs say what it is. */
export const undescribedBelow = (schema: Cursor): readonly string[] =>
  sourcesOf(schema).flatMap((source) => requiredBy(source).filter((it) => findProperty(source, it) === undefined));

function requiredBy(schema: Cursor, seen: ReadonlySet<string> = new Set()): readonly string[] {
  if (seen.has(schema.pointer)) return [];
  const visited = new Set([...seen, schema.pointer]);
  return [...unnamedIn(schema), ...sourcesOf(schema).flatMap((it) => requiredBy(it, visited))];
}

/** The schemas that all that holds of one comes from, beside what it says itself. */
function sourcesOf(schema: Cursor): readonly Cursor[] {
  const reference = schema.text("$ref");
  const target = reference === undefined ? undefined : schema.resolve(reference);
  return [...(target ? [target] : []), ...schema.items("allOf")];
}
