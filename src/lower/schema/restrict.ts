import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { Type } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { lowerConditional } from "./conditional.js";
import { lowerDependents } from "./dependents.js";
import { findProperty } from "./find-property.js";
import { negate, type Known } from "./negate.js";
import { lowerUnevaluated } from "./unevaluated.js";

/** A keyword that takes something away from what the rest of a schema allows. */
interface Restriction {
  readonly keyword: string;
  /** What is left of what is known; undefined where no type says so. */
  readonly apply: (ctx: Lowering, node: Cursor, known: Known, schema: Cursor) => Type | undefined;
}

const RESTRICTIONS: readonly Restriction[] = [
  { keyword: "not", apply: negate },
  { keyword: "if", apply: lowerConditional },
  { keyword: "dependentRequired", apply: lowerDependents },
  { keyword: "dependentSchemas", apply: lowerDependents },
  { keyword: "unevaluatedProperties", apply: lowerUnevaluated },
];
const RESTRICTING = keywords("allOf", ...RESTRICTIONS.map((it) => it.keyword));

/**
 * What the schema, and each of its `allOf`, takes away from its type. `outer` has the properties that the schema itself does not
 * name, where it is one of the alternatives of another. Where no type tells the rest, the type stays as it is, and that is said.
 */
export const restricted = (ctx: Lowering, schema: Cursor, type: Type, outer?: Cursor): Type =>
  schema.hasAny(RESTRICTING) ? restrict(ctx, schema, type, outer) : type;

function restrict(ctx: Lowering, schema: Cursor, type: Type, outer: Cursor | undefined): Type {
  const property: Known["property"] = (name) => findProperty(schema, name) ?? (outer && findProperty(outer, name));
  return statementsOf(schema).reduce<Type>(
    (all, statement) =>
      RESTRICTIONS.reduce((known, { keyword, apply }) => {
        const node = statement.get(keyword);
        const left = node && apply(ctx, node, { type: known, property }, statement);
        if (node !== undefined && left === undefined)
          ctx.diagnostics.report("schema/unread-keyword", node.origin, { keyword });
        return left ?? known;
      }, all),
    type,
  );
}

/** The schema, and what stands in its `allOf`; what that refers to is restricted where it stands. */
const statementsOf = (schema: Cursor): readonly Cursor[] => [
  schema,
  ...schema.items("allOf").flatMap((it) => (isInline(it) ? statementsOf(it) : [])),
];

/** Whether a member of `allOf` speaks of the same value in the same place. */
export const isInline = (member: Cursor): boolean => member.isObject && !member.has("$ref");
