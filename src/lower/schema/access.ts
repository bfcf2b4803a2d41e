import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { Property } from "../../ir/types.js";

/**
 * `readOnly` and `writeOnly` of a property: what it says itself, what its `$ref` leads to and each of its `allOf`, since such
 * an annotation counts wherever it holds (JSON Schema 2020-12, Validation, section 9.4).
 */
export function accessOf(schema: Cursor): Property["access"] {
  if (!schema.hasAny(MARKING)) return "both";
  if (isMarked(schema, "readOnly")) return "read";
  return isMarked(schema, "writeOnly") ? "write" : "both";
}

const INHERITING = keywords("$ref", "allOf");
const MARKING = keywords("readOnly", "writeOnly", ...INHERITING.names);

type Keyword = "readOnly" | "writeOnly";

const isMarked = (schema: Cursor, keyword: Keyword): boolean =>
  schema.flag(keyword) === true || (schema.hasAny(INHERITING) && isInherited(schema, keyword, new Set()));

/** Of a schema that has something to inherit from. */
function isInherited(schema: Cursor, keyword: Keyword, seen: Set<string>): boolean {
  const reference = schema.text("$ref");
  const target = reference === undefined ? undefined : schema.resolve(reference);
  const sources = target === undefined ? schema.items("allOf") : [target, ...schema.items("allOf")];
  return sources.some((it) => {
    if (seen.has(it.pointer)) return false;
    seen.add(it.pointer);
    return it.flag(keyword) === true || (it.hasAny(INHERITING) && isInherited(it, keyword, seen));
  });
}
