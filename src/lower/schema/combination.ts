import type { Cursor } from "../../document/cursor.js";
import type { Property, Tag, Type, TypeId } from "../../ir/types.js";
import type { Lowering } from "../context.js";
import { intersection, union } from "./algebra.js";
import { findProperty } from "./find-property.js";
import { lowerReference } from "./reference.js";
import { lowerPlain, lowerSchema } from "./schema.js";

const APPLICATORS = ["allOf", "oneOf", "anyOf"] as const;
/** Keywords that say what a value is. Others (annotations, bounds) change nothing of the type beside an applicator. */
const ASSERTIONS = [
  "type",
  "const",
  "enum",
  "properties",
  "required",
  "additionalProperties",
  "patternProperties",
  "items",
  "prefixItems",
];

/** Several statements about one value: applicators, or a `$ref` with assertions beside it (JSON Schema 2020-12, section 8.2.3.1). */
export function isCombination(schema: Cursor): boolean {
  return (
    APPLICATORS.some((it) => Array.isArray(schema.get(it)?.value)) ||
    (schema.text("$ref") !== undefined && ASSERTIONS.some((it) => schema.has(it)))
  );
}

/** All that is said holds at once: the schema itself, its `$ref`, each of `allOf`, one of `oneOf`, some of `anyOf`. */
export function lowerCombination(ctx: Lowering, schema: Cursor): Type {
  const all = schema.items("allOf");
  const parts: Type[] = [];
  if (schema.text("$ref") !== undefined) parts.push(lowerReference(ctx, schema));
  parts.push(...all.map((it) => lowerMember(ctx, it, schema)));
  if (ASSERTIONS.some((it) => schema.has(it))) parts.push(lowerMember(ctx, schema, schema, lowerPlain));
  for (const applicator of ["oneOf", "anyOf"] as const) {
    const members = schema.items(applicator);
    if (members.length > 0) parts.push(alternatives(ctx, schema, members));
  }
  return intersection(parts);
}

/** A member of an applicator. One that only says `required` takes the types of those properties from its siblings. */
function lowerMember(ctx: Lowering, member: Cursor, parent: Cursor, lower = lowerSchema): Type {
  const missing = member.texts("required").filter((it) => member.get("properties")?.has(it) !== true);
  const type = lower(ctx, member);
  if (missing.length === 0) return type;
  const found = missing.flatMap((wireName): readonly Property[] => {
    const property = findProperty(parent, wireName);
    // Where no sibling tells, an object has the key already; of anything else it is told at least that it is there.
    if (property === undefined && type.kind === "object") return [];
    const known: Type = property === undefined ? { kind: "unknown" } : borrow(ctx, property);
    return [{ wireName, type: known, required: true, access: "both", origin: (property ?? member).origin, doc: {} }];
  });
  if (type.kind !== "object")
    return intersection([type, { kind: "object", properties: found, extra: { kind: "open" } }]);
  const names = new Set(found.map((it) => it.wireName));
  return { ...type, properties: [...type.properties.filter((it) => !names.has(it.wireName)), ...found] };
}

/** The type of a property that stands elsewhere. One that needs itself on the way becomes a declared type, which ends the recursion. */
function borrow(ctx: Lowering, property: Cursor): Type {
  const { pointer } = property;
  if (ctx.borrowed.has(pointer)) return { kind: "ref", id: ctx.declare(property) };
  return lowerSchema({ ...ctx, borrowed: new Set([...ctx.borrowed, pointer]) }, property);
}

function alternatives(ctx: Lowering, schema: Cursor, members: readonly Cursor[]): Type {
  const type = union(members.map((it) => lowerMember(ctx, it, schema)));
  const tag = lowerTag(ctx, schema, type);
  return type.kind === "union" && tag !== undefined ? { ...type, tag } : type;
}

/** The Discriminator Object (OpenAPI 3.1, section 4.8.25): explicit `mapping` first, else the names of the schemas. */
function lowerTag(ctx: Lowering, schema: Cursor, type: Type): Tag | undefined {
  const discriminator = schema.get("discriminator");
  const wireName = discriminator?.text("propertyName");
  if (discriminator === undefined || wireName === undefined || type.kind !== "union") return undefined;
  const mapped = discriminator.entries("mapping").flatMap(([value, target]) => {
    const id = mappingTarget(ctx, schema, target.value);
    return id === undefined ? [] : [{ value, id }];
  });
  const named = new Set<TypeId>(mapped.map((it) => it.id));
  const implicit = type.members.flatMap((it) =>
    it.kind === "ref" && !named.has(it.id) ? [{ value: it.id.slice(it.id.lastIndexOf("/") + 1), id: it.id }] : [],
  );
  return { wireName, cases: [...mapped, ...implicit] };
}

/** A mapping names a schema by reference or by its bare component name. */
function mappingTarget(ctx: Lowering, schema: Cursor, target: unknown): TypeId | undefined {
  if (typeof target !== "string") return undefined;
  const found = schema.resolve(target) ?? schema.resolve(`#/components/schemas/${target}`);
  return found && ctx.declare(found);
}
