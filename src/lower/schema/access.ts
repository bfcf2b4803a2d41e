import type { Cursor } from "../../document/cursor.js";
import type { Property } from "../../ir/types.js";

/**
 * `readOnly` and `writeOnly` of a property: what it says itself, what its `$ref` leads to and each of its `allOf`, since such
 * an annotation counts wherever it holds (JSON Schema 2020-12, Validation, section 9.4).
 */
export function accessOf(schema: Cursor): Property["access"] {
  if (isMarked(schema, "readOnly", new Set())) return "read";
  return isMarked(schema, "writeOnly", new Set()) ? "write" : "both";
}

function isMarked(schema: Cursor, keyword: "readOnly" | "writeOnly", seen: Set<string>): boolean {
  if (schema.flag(keyword) === true) return true;
  const reference = schema.text("$ref");
  const target = reference === undefined ? undefined : schema.resolve(reference);
  const sources = target === undefined ? schema.items("allOf") : [target, ...schema.items("allOf")];
  return sources.some((it) => {
    if (seen.has(it.pointer)) return false;
    seen.add(it.pointer);
    return isMarked(it, keyword, seen);
  });
}
