import type { Cursor } from "../../document/cursor.js";
import type { Property, Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { intersection, union } from "../../ir/algebra.js";
import { required } from "./borrow.js";
import { lowerMember } from "./combination.js";
import type { Known } from "./negate.js";

/** Each dependency doubles the ways that an object can be: with more of them no reader sees through the type, nor does a compiler. */
const MOST = 3;

/**
 * `dependentRequired` and `dependentSchemas` (JSON Schema 2020-12, section 10.2.2.4, and Validation, section 6.5.4): either a key is
 * not there, or what depends on it holds too.
 */
export function lowerDependents(ctx: Lowering, dependents: Cursor, known: Known, schema: Cursor): Type | undefined {
  const always = new Set(schema.texts("required"));
  const all = dependents.entries().flatMap(([name, needs]) => dependent(ctx, { name, needs, always }, known, schema));
  return all.length > MOST ? undefined : intersection([known.type, ...all]);
}

interface Dependency {
  readonly name: string;
  /** A list of keys, or a schema. */
  readonly needs: Cursor;
  /** The keys that are there anyway. */
  readonly always: ReadonlySet<string>;
}

function dependent(
  ctx: Lowering,
  { name, needs, always }: Dependency,
  { property }: Known,
  schema: Cursor,
): readonly Type[] {
  const keys = needs.items().flatMap(({ value }) => (typeof value === "string" && !always.has(value) ? [value] : []));
  if (Array.isArray(needs.value) && keys.length === 0) return [];
  const there = object([name, ...keys].map((it) => required(ctx, it, property(it), needs)));
  const needed = Array.isArray(needs.value) ? there : intersection([there, lowerMember(ctx, needs, schema, property)]);
  if (always.has(name)) return [needed];
  const absent = { ...required(ctx, name, undefined, needs), type: { kind: "never" } as const, required: false };
  return [union([object([absent]), needed])];
}

const object = (properties: readonly Property[]): Type => ({ kind: "object", properties, extra: { kind: "open" } });
