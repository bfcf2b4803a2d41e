import type { Cursor } from "../../document/cursor.js";

/** The schema of a property wherever a schema gets it from: its own `properties`, its `$ref`, its `allOf`. */
export function findProperty(schema: Cursor, name: string): Cursor | undefined {
  for (const source of madeOf(schema)) {
    const property = source.get("properties")?.get(name);
    if (property !== undefined) return property;
  }
  return undefined;
}

/** The names that `required` gives and `properties` beside it does not. */
export const unnamedIn = (schema: Cursor): readonly string[] =>
  schema.texts("required").filter((it) => schema.get("properties")?.has(it) !== true);

/** What those that a schema is made of require and do not describe, as a base does whose heirs say what it is. */
export const undescribedBelow = (schema: Cursor): readonly string[] =>
  sourcesOf(schema).flatMap((source) => {
    const all = [...madeOf(source)];
    const described = new Set(all.flatMap((it) => it.get("properties")?.keys ?? []));
    return [...new Set(all.flatMap(unnamedIn))].filter((it) => !described.has(it));
  });

/** A schema and all that it is made of, each once, however many of them are made of it. */
function* madeOf(schema: Cursor): Generator<Cursor> {
  const seen = new Set<string>();
  const ahead = [schema];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (seen.has(next.pointer)) continue;
    seen.add(next.pointer);
    yield next;
    for (const it of sourcesOf(next).toReversed()) ahead.push(it);
  }
}

function sourcesOf(schema: Cursor): readonly Cursor[] {
  const reference = schema.text("$ref");
  const target = reference === undefined ? undefined : schema.resolve(reference);
  return [...(target ? [target] : []), ...schema.items("allOf")];
}
