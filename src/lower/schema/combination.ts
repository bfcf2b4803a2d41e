import type { Cursor } from "../../document/cursor.js";
import { keywords } from "../../document/keywords.js";
import type { Property, Type, TypeOf } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { intersection, union } from "../../ir/algebra.js";
import { borrow, required } from "./borrow.js";
import { findProperty, undescribedBelow, unnamedIn } from "./find-property.js";
import { lowerReference } from "./reference.js";
import { isInline, restricted } from "./restrict.js";
import { lowerPlain, lowerSchema, lowerUnrestricted } from "./schema.js";
import { lowerTag } from "./tag.js";

const APPLICATORS = keywords("allOf", "oneOf", "anyOf");
/** Without one of these a schema is no combination. */
export const COMBINING = keywords("$ref", ...APPLICATORS.names);
/** Keywords that say what a value is. Others (annotations, bounds) change nothing of the type beside an applicator. */
const ASSERTIONS = keywords(
  "type",
  "const",
  "enum",
  "properties",
  "required",
  "additionalProperties",
  "patternProperties",
  "items",
  "prefixItems",
);

/** Several statements about one value: applicators, or a `$ref` with assertions beside it (JSON Schema 2020-12, section 8.2.3.1). */
export function isCombination(schema: Cursor): boolean {
  return (
    (schema.hasAny(APPLICATORS) && applies(schema)) || (schema.text("$ref") !== undefined && schema.hasAny(ASSERTIONS))
  );
}

const applies = (schema: Cursor): boolean => APPLICATORS.names.some((it) => schema.hasItems(it));

/** All that is said holds at once: the schema itself, its `$ref`, each of `allOf`, one of `oneOf`, some of `anyOf`. */
export function lowerCombination(ctx: Lowering, schema: Cursor): Type {
  const parts: Type[] = [];
  if (schema.text("$ref") !== undefined) parts.push(lowerReference(ctx, schema));
  for (const it of schema.items("allOf"))
    parts.push(lowerMember(ctx, it, schema, undefined, isInline(it) ? lowerUnrestricted : lowerSchema));
  const isNull = schema.text("type") === "null";
  const own =
    schema.hasAny(ASSERTIONS) && !isNull ? lowerMember(ctx, schema, schema, undefined, lowerPlain) : undefined;
  const members = (["oneOf", "anyOf"] as const).map((it) => schema.items(it)).filter((it) => it.length > 0);
  const choices = members.map((it) => alternatives(ctx, schema, it));
  if (own?.kind === "array" && !schema.has("type") && choices.length > 0)
    parts.push(...choices.map((it) => withItems(it, own)));
  else parts.push(...(own ? [asDescribed(ctx, schema, own, members)] : []), ...choices);
  return isNull ? orNull(ctx, schema, intersection(parts)) : intersection(parts);
}

/** What a schema requires and leaves to its alternatives to describe is what any of them says; beside `unknown` it could be undefined. */
function asDescribed(ctx: Lowering, schema: Cursor, own: Type, members: readonly (readonly Cursor[])[]): Type {
  const left = new Set(members.length > 0 ? unnamedIn(schema) : []);
  if (own.kind !== "object" || left.size === 0) return own;
  const properties = own.properties.map((it): Property => {
    if (!left.has(it.wireName) || it.type.kind !== "unknown") return it;
    const described = members.map((all) => all.map((member) => findProperty(member, it.wireName)));
    const types = described
      .find((all) => !all.includes(undefined))
      ?.flatMap((found) => (found ? [borrow(ctx, found)] : []));
    return types === undefined ? it : { ...it, type: union(types) };
  });
  return { ...own, properties };
}

/** `items` without a type speaks of arrays alone (JSON Schema 2020-12, section 10.3.1), and leaves other alternatives as they are. */
function withItems(type: Type, own: TypeOf<"array">): Type {
  if (type.kind === "union") return { ...type, members: type.members.map((it) => withItems(it, own)) };
  return type.kind === "array" ? { ...own, ...type, item: intersection([own.item, type.item]) } : type;
}

/** The type `null` beside what says what a value is: by the letter no value is both, and no author who writes it means that. */
function orNull(ctx: Lowering, schema: Cursor, type: Type): Type {
  ctx.diagnostics.report("schema/null-beside", schema.get("type")?.origin, {});
  return union([type, { kind: "null" }]);
}

/** Finds the schema of a property that a member needs and does not describe itself. */
type Find = (name: string) => Cursor | undefined;

/** A member of an applicator. What it, or a base of it, requires and does not describe has the type that its siblings give it. */
export function lowerMember(
  ctx: Lowering,
  member: Cursor,
  parent: Cursor,
  find: Find = (name) => findProperty(parent, name),
  lower = lowerSchema,
): Type {
  const own = unnamedIn(member);
  const missing = new Set([...own, ...undescribedBelow(member)]);
  const type = lower(ctx, member);
  if (missing.size === 0) return type;
  const found = [...missing].flatMap((wireName): readonly Property[] => {
    const property = find(wireName);
    // Where no sibling tells, an object has the key already, and so has a base; of anything else it is told at least that
    // it is there.
    const isThere = type.kind === "object" || !own.includes(wireName);
    return property === undefined && isThere ? [] : [required(ctx, wireName, property, member)];
  });
  if (found.length === 0) return type;
  if (type.kind !== "object")
    return intersection([type, { kind: "object", properties: found, extra: { kind: "open" } }]);
  const names = new Set(found.map((it) => it.wireName));
  return { ...type, properties: [...type.properties.filter((it) => !names.has(it.wireName)), ...found] };
}

function alternatives(ctx: Lowering, schema: Cursor, members: readonly Cursor[]): Type {
  const type = union(
    members.map((it) => restricted(ctx, it, lowerMember(ctx, it, schema, undefined, lowerUnrestricted), schema)),
  );
  const tag = type.kind === "union" ? lowerTag(ctx, schema, type.members) : undefined;
  return type.kind === "union" && tag !== undefined ? { ...type, tag } : type;
}
