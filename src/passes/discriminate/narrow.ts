import type { Property, Type, TypeDecl, TypeId, TypeOf } from "../../ir/types.js";

/** What the types of an API are by their ids. */
export type TypesById = ReadonlyMap<TypeId, TypeDecl>;

/** The property as a type and all that it extends give it: more than one where several speak of it. */
export function propertiesOf(
  type: Type,
  wireName: string,
  all: TypesById,
  seen = new Set<TypeId>(),
): readonly Property[] {
  switch (type.kind) {
    case "object":
      return type.properties.filter((it) => it.wireName === wireName);
    case "intersection":
      return type.members.flatMap((it) => propertiesOf(it, wireName, all, seen));
    case "ref": {
      const target = seen.has(type.id) ? undefined : all.get(type.id);
      seen.add(type.id);
      return target === undefined ? [] : propertiesOf(target.type, wireName, all, seen);
    }
    default:
      return [];
  }
}

/** Whether a type takes each of the values: any string does, an enum where it lists them. */
export function takes(type: Type, values: ReadonlySet<string>, all: TypesById): boolean {
  switch (type.kind) {
    case "string":
    case "unknown":
      return true;
    case "ref": {
      const target = all.get(type.id);
      return target !== undefined && target.type.kind !== "ref" && takes(target.type, values, all);
    }
    case "literal":
    case "union": {
      const literals = literalsOf(type);
      return [...values].every((it) => literals.has(it));
    }
    default:
      return false;
  }
}

function literalsOf(type: Type): { readonly has: (value: string) => boolean } {
  const members = type.kind === "union" ? type.members : [type];
  if (members.some((it) => it.kind === "string")) return { has: () => true };
  return new Set(members.flatMap((it) => (it.kind === "literal" ? [String(it.value)] : [])));
}

/** The values as a type; null stays where the property could be null. */
function narrowed(values: ReadonlySet<string>, before: Type | undefined): Type {
  const members: readonly Type[] = [...values].map((value) => ({ kind: "literal", value }) as const);
  const isNullable = before?.kind === "union" && before.members.some((it) => it.kind === "null");
  const all: readonly Type[] = isNullable ? [...members, { kind: "null" }] : members;
  const [only] = all;
  return only !== undefined && all.length === 1 ? only : { kind: "union", members: all };
}

/** The type with the property narrowed to the values: in the object that names it, else in the one that says what is added. */
export function narrow(type: Type, property: Property, values: ReadonlySet<string>): Type | undefined {
  if (type.kind === "object") return withProperty(type, { ...property, type: narrowed(values, property.type) });
  if (type.kind === "ref") return narrow({ kind: "intersection", members: [type] }, property, values);
  if (type.kind !== "intersection") return undefined;
  const objects = type.members.filter((it) => it.kind === "object");
  const holder = objects.find((it) => it.properties.some((p) => p.wireName === property.wireName)) ?? objects[0];
  const own = withProperty(holder ?? EMPTY, { ...property, type: narrowed(values, property.type) });
  if (holder === undefined) return { ...type, members: [...type.members, own] };
  return { ...type, members: type.members.map((it) => (it === holder ? own : it)) };
}

const EMPTY: TypeOf<"object"> = { kind: "object", properties: [], extra: { kind: "open" } };

function withProperty(type: TypeOf<"object">, property: Property): TypeOf<"object"> {
  const { wireName } = property;
  return type.properties.some((it) => it.wireName === wireName)
    ? { ...type, properties: type.properties.map((it) => (it.wireName === wireName ? property : it)) }
    : { ...type, properties: [property, ...type.properties] };
}
