import { tokensOf } from "../../diagnostics/pointer.js";
import type { Cursor } from "../../document/cursor.js";
import type { Tag, TagCase, Type, TypeId } from "../../ir/types.js";
import type { Lowering } from "../context.js";

/** The Discriminator Object (OpenAPI 3.2, section 4.25) of a union: its `mapping`, and for what that leaves out the names of the schemas. */
export function lowerTag(ctx: Lowering, schema: Cursor, members: readonly Type[]): Tag | undefined {
  const tag = lowerMapping(ctx, schema);
  if (tag === undefined) return undefined;
  const named = new Set(tag.cases.map((it) => it.id));
  const implicit = members.flatMap((it): readonly TagCase[] =>
    it.kind === "ref" && !named.has(it.id) ? [{ value: tokensOf(it.id).at(-1) ?? "", id: it.id, explicit: false }] : [],
  );
  return { ...tag, cases: [...tag.cases, ...implicit] };
}

/** The discriminator of a schema that others extend by `allOf`: it speaks of them, and they are not listed here. */
export const lowerBaseTag = (ctx: Lowering, schema: Cursor): Tag | undefined =>
  schema.has("oneOf") || schema.has("anyOf") ? undefined : lowerMapping(ctx, schema);

function lowerMapping(ctx: Lowering, schema: Cursor): Tag | undefined {
  const discriminator = schema.get("discriminator");
  const wireName = discriminator?.text("propertyName");
  if (discriminator === undefined || wireName === undefined) return undefined;
  const cases = discriminator.entries("mapping").flatMap(([value, target]): readonly TagCase[] => {
    const id = targetOf(ctx, schema, target.value);
    return id === undefined ? [] : [{ value, id, explicit: true }];
  });
  const fallback = targetOf(ctx, schema, discriminator.text("defaultMapping"));
  return { wireName, cases, ...(fallback && { fallback }) };
}

/** A mapping names a schema by reference or by its bare component name. */
function targetOf(ctx: Lowering, schema: Cursor, target: unknown): TypeId | undefined {
  if (typeof target !== "string") return undefined;
  const found = schema.resolve(target) ?? schema.resolve(`#/components/schemas/${target}`);
  // What was wrong with it when it was followed is said here, where it is missed.
  if (found === undefined) {
    const said = ctx.broken({ source: schema.origin.source, pointer: `${schema.origin.pointer}/$ref` });
    if (said !== undefined) ctx.diagnostics.add(said);
  }
  return found && ctx.declare(found);
}
