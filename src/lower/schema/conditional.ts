import type { Cursor } from "../../document/cursor.js";
import { isAlike } from "../../ir/alike.js";
import type { Property, Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { intersection, union } from "../../ir/algebra.js";
import { borrow } from "./borrow.js";
import { lowerMember } from "./combination.js";
import { negate, type Known } from "./negate.js";

/**
 * `if`, `then` and `else` (JSON Schema 2020-12, section 10.2.2) as a union of both ways, where the condition is on properties and a
 * type says when it does not hold. Where neither way tells of other types, such as a pattern that depends, there is none to say.
 */
export function lowerConditional(ctx: Lowering, condition: Cursor, known: Known, schema: Cursor): Type | undefined {
  const [yes, no] = [schema.get("then"), schema.get("else")];
  if (yes === undefined && no === undefined) return known.type;
  if (!condition.has("properties") && !condition.has("required")) return undefined;
  const otherwise = negate(ctx, condition, { ...known, type: { kind: "unknown" } });
  if (otherwise === undefined) return undefined;
  const [then, rest] = [yes, no].map((it): Type =>
    it ? lowerMember(ctx, it, schema, known.property) : { kind: "unknown" },
  );
  if (then === undefined || rest === undefined || ![then, rest].some((it) => tells(ctx, it, known))) return undefined;
  const holds = lowerMember(ctx, condition, schema, known.property);
  return intersection([known.type, union([intersection([holds, then]), intersection([otherwise, rest])])]);
}

/** Whether a way says more of a type than is known of it without. */
const tells = (ctx: Lowering, way: Type, known: Known): boolean =>
  way.kind === "object" ? way.properties.some((it) => isNews(ctx, it, known)) : way.kind !== "unknown";

function isNews(ctx: Lowering, { wireName, required, type }: Property, { property }: Known): boolean {
  const own = property(wireName);
  return required || own === undefined || (type.kind !== "unknown" && !isOne(type, borrow(ctx, own)));
}

/** Of strings and numbers the kind alone: bounds are no part of a type. */
const isOne = (a: Type, b: Type): boolean =>
  a.kind === "string" || a.kind === "number" ? a.kind === b.kind : isAlike(a, b);
