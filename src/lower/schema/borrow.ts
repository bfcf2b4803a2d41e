import type { Cursor } from "../../document/cursor.js";
import type { Property, Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { accessOf } from "./access.js";
import { lowerSchema } from "./schema.js";

/** The type of a property that stands elsewhere. One that needs itself on the way becomes a declared type, which ends the recursion. */
export function borrow(ctx: Lowering, property: Cursor): Type {
  const { pointer } = property;
  if (ctx.borrowed.has(pointer)) return { kind: "ref", id: ctx.declare(property) };
  return lowerSchema({ ...ctx, borrowed: new Set([...ctx.borrowed, pointer]) }, property);
}

/** A property that must be there, with the type that another place gives it, if any does; `origin` is for one without. */
export function required(ctx: Lowering, wireName: string, property: Cursor | undefined, { origin }: Cursor): Property {
  const type: Type = property === undefined ? { kind: "unknown" } : borrow(ctx, property);
  const access = property === undefined ? "both" : accessOf(property);
  return { wireName, type, required: true, access, origin: property?.origin ?? origin, doc: {} };
}
