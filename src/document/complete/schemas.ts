import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Origin } from "../../diagnostics/origin.js";
import { append } from "../../diagnostics/pointer.js";
import { reportNonSchema } from "../non-schema.js";
import { shapes } from "../shape.js";
import { edited, isObject, type PlainObject } from "../values.js";
import type { Kind } from "../walk.js";

/** The object with a schema that allows anything, a `gap`, where a schema must stand and something else does, which is said. */
export function withSchemas(
  node: PlainObject,
  kind: Kind,
  here: () => Origin,
  gap: () => PlainObject,
  diagnostics: Diagnostics,
): PlainObject {
  const changed: Record<string, unknown> = {};
  for (const key in node) {
    if (!holdsSchema(kind, key)) continue;
    const fixed = (value: unknown, ...way: readonly (string | number)[]): unknown => {
      if (isObject(value) || typeof value === "boolean") return value;
      if (Array.isArray(value) && way.length === 1) return value.map((it, i) => fixed(it, key, i));
      const { source, pointer } = here();
      reportNonSchema(value, { source, pointer: way.reduce<string>(append, pointer) }, diagnostics);
      return gap();
    };
    const value = fixed(node[key], key);
    if (value !== node[key] && !isSame(value, node[key])) changed[key] = value;
  }
  return Object.keys(changed).length === 0 ? node : edited(node, changed);
}

function holdsSchema({ position, holds }: Kind, key: string): boolean {
  if (holds === "map") return position === "schema";
  const field = shapes[position].fields.get(key);
  return field?.position === "schema" && field.holds === "one";
}

/** A list in which nothing has changed. */
const isSame = (value: unknown, before: unknown): boolean =>
  Array.isArray(value) && Array.isArray(before) && value.every((it, i) => it === before[i]);
