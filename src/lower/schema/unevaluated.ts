import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { intersection, union } from "../../ir/algebra.js";
import { borrow } from "./borrow.js";
import type { Known } from "./negate.js";
import { lowerSchema } from "./schema.js";

const APPLICATORS = keywords("$ref", "allOf", "anyOf", "oneOf", "if", "dependentSchemas");

/** Whether something beside a schema speaks of the same value, of other keys or items of it maybe. */
export const isSpokenOfBeside = (schema: Cursor): boolean => schema.hasAny(APPLICATORS);

/**
 * `unevaluatedProperties` beside applicators (JSON Schema 2020-12, section 11.3). Without them it is what
 * `additionalProperties` is, which `object.ts` reads. A type that names its keys says nothing of others, so one that
 * closes an object adds nothing; any other is an index signature, which takes in the types of the keys that have a name.
 */
export function lowerUnevaluated(ctx: Lowering, node: Cursor, { type }: Known, schema: Cursor): Type {
  if (typeof node.value === "boolean" || !isSpokenOfBeside(schema)) return type;
  const named = evaluated(schema, new Set());
  if (named === "all") return type;
  const value = union([lowerSchema(ctx, node), ...named.map((it) => borrow(ctx, it))]);
  if (value.kind === "unknown") return type;
  return intersection([type, { kind: "object", properties: [], extra: { kind: "typed", value } }]);
}

/** The schemas of all keys that a schema speaks of, in whatever stands in the same place; or that it speaks of all there are. */
function evaluated(schema: Cursor, seen: Set<string>): readonly Cursor[] | "all" {
  if (seen.has(schema.pointer)) return [];
  seen.add(schema.pointer);
  const others = schema.get("additionalProperties");
  if (others !== undefined && others.value !== false) return "all";
  const reference = schema.text("$ref");
  const target = reference === undefined ? undefined : schema.resolve(reference);
  const inner = [
    ...(target ? [target] : []),
    ...["allOf", "anyOf", "oneOf"].flatMap((it) => schema.items(it)),
    ...["if", "then", "else"].flatMap((it) => schema.get(it) ?? []),
    ...schema.entries("dependentSchemas").map(([, it]) => it),
  ].map((it) => evaluated(it, seen));
  if (inner.some((it) => it === "all")) return "all";
  const own = ["properties", "patternProperties"].flatMap((it) => schema.entries(it).map(([, value]) => value));
  return [...own, ...inner.flatMap((it) => (it === "all" ? [] : it))];
}
