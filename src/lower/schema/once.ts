import { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Cursor } from "../../document/cursor.js";
import { isObject } from "../../document/values.js";
import { isEqual } from "../../ir/alike.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";

/** What was lowered of schemas that list properties, by what is told of them at once: only those that agree in it are held against each other. */
export type Lowered = Map<string, { readonly schema: unknown; readonly type: Type }[]>;

/** So many that agree are kept: with more, those that differ would cost more than the equal ones save. */
const KEPT = 4;

/**
 * Lowers a schema unless an equal one was lowered before: many descriptions write the same objects out in hundreds of places. The
 * properties of one that was not lowered for itself have the origins of the first. Where parts are remembered, or what stands inside
 * a schema is declared, each is lowered for itself.
 */
export function lowerOnce(ctx: Lowering, schema: Cursor, lower: (ctx: Lowering, schema: Cursor) => Type): Type {
  const key = ctx.recall !== undefined || ctx.inner.size > 0 || ctx.borrowed.size > 0 ? undefined : keyOf(schema);
  if (key === undefined) return lower(ctx, schema);
  const known = ctx.lowered.get(key) ?? [];
  const equal = known.find((it) => isEqual(it.schema, schema.value));
  if (equal !== undefined) return equal.type;
  const { type, isOfItself } = apart(ctx, schema, lower);
  if (isOfItself && known.length < KEPT) ctx.lowered.set(key, [...known, { schema: schema.value, type }]);
  return type;
}

/** Undefined where it is too little to be looked for. */
function keyOf(schema: Cursor): string | undefined {
  const properties = schema.get("properties")?.value;
  if (!isObject(properties) || !isObject(schema.value)) return undefined;
  const names = Object.keys(properties);
  if (names.length < 2) return undefined;
  const { title } = schema.value;
  return `${typeof title === "string" ? title : ""} ${names.length} ${names[0]} ${names.at(-1)} ${schema.texts("required").length}`;
}

/** The type, and whether it follows from the value of the schema: it does not where something is said of its place. */
function apart(ctx: Lowering, schema: Cursor, lower: (ctx: Lowering, schema: Cursor) => Type) {
  const said = new Diagnostics();
  let isOfItself = true;
  const own: Lowering = {
    ...ctx,
    diagnostics: said,
    digits(node) {
      const digits = ctx.digits(node);
      isOfItself &&= digits === undefined;
      return digits;
    },
  };
  const type = lower(own, schema);
  if (said.isEmpty) return { type, isOfItself };
  ctx.diagnostics.join(said);
  return { type, isOfItself: false };
}
