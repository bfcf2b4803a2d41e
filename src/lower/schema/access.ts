import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { Property } from "../../ir/types.js";

/**
 * `readOnly` and `writeOnly` of a property: what it says itself, what its `$ref` leads to and each of its `allOf`, since such
 * an annotation counts wherever it holds (JSON Schema 2020-12, Validation, section 9.4).
 */
export function accessOf(schema: Cursor): Property["access"] {
  if (!schema.hasAny(MARKING)) return "both";
  const sources = schema.hasAny(INHERITING) ? [schema, ...inherited(schema)] : [schema];
  if (sources.some((it) => it.flag("readOnly") === true)) return "read";
  return sources.some((it) => it.flag("writeOnly") === true) ? "write" : "both";
}

const INHERITING = keywords("$ref", "allOf");
const MARKING = keywords("readOnly", "writeOnly", ...INHERITING.names);

/** All that a schema inherits from, each once. */
function inherited(schema: Cursor): readonly Cursor[] {
  const nearest = sourcesOf(schema);
  // Few of them inherit further.
  if (!nearest.some((it) => it.hasAny(INHERITING))) return nearest;
  const all = new Map(nearest.map((it) => [it.pointer, it]));
  // A Map is iterated in order of insertion and takes in what is found on the way.
  for (const source of all.values())
    if (source.hasAny(INHERITING))
      for (const it of sourcesOf(source)) if (!all.has(it.pointer)) all.set(it.pointer, it);
  return [...all.values()];
}

function sourcesOf(schema: Cursor): readonly Cursor[] {
  const reference = schema.text("$ref");
  const target = reference === undefined ? undefined : schema.resolve(reference);
  return target === undefined ? schema.items("allOf") : [target, ...schema.items("allOf")];
}
