import { isAlike } from "./alike.js";
import { AlikeMap } from "./alike-map.js";
import type { ObjectCheck, Property, Type, TypeKind, TypeOf } from "./types.js";

/** Alternatives as one type: nested unions are taken apart, what stands twice stands once, `unknown` takes in all else. */
export function union(types: readonly Type[]): Type {
  const members = unique(
    types.some(isOpenUnion) ? types.flatMap((it) => (isOpenUnion(it) ? it.members : [it])) : types,
  );
  const possible = members.some((it) => it.kind === "never") ? members.filter((it) => it.kind !== "never") : members;
  if (possible.some((it) => it.kind === "unknown")) return { kind: "unknown" };
  const [only] = possible;
  if (only === undefined) return { kind: "never" };
  return possible.length === 1 ? only : { kind: "union", members: possible };
}

const isOpenUnion = (type: Type): type is TypeOf<"union"> => type.kind === "union" && type.tag === undefined;

/** Statements that hold at once as one type, without those that add nothing. */
export function intersection(types: readonly Type[]): Type {
  const parts = unique(asObjects(types).flatMap((it) => (it.kind === "intersection" ? it.members : [it])));
  if (parts.some((it) => it.kind === "never")) return { kind: "never" };
  const telling = mergeObjects(withoutImplied(parts));
  const [only] = telling;
  if (only === undefined) return parts[0] ?? { kind: "unknown" };
  return telling.length === 1 ? only : { kind: "intersection", members: telling };
}

/** Of alternatives beside an object only those count that can be one: not null, and no text or number. */
function asObjects(types: readonly Type[]): readonly Type[] {
  if (!types.some((it) => it.kind === "object")) return types;
  return types.map((it) => {
    if (it.kind !== "union") return it;
    const members = it.members.filter((member) => member.kind !== "null" && !isScalar(member));
    const [only] = members;
    if (only === undefined || members.length === it.members.length) return it;
    return members.length === 1 ? only : { ...it, members };
  });
}

/** Those of which the others do not say all: `type: string` beside an enum of strings, `type: object` beside a `$ref`. */
function withoutImplied(parts: readonly Type[]): readonly Type[] {
  const known = parts.filter((it) => it.kind !== "unknown");
  // One that is closed and names no key is meant to close the others, whose keys it would forbid by the letter.
  const isClosing = known.some((it) => !isScalar(it) && !isBareObject(it)) ? isBareObject : () => false;
  const [scalar, other] = known.filter((it) => isScalar(it) && it.kind !== "literal");
  const isSaid =
    scalar !== undefined &&
    other === undefined &&
    known.length > 1 &&
    known.every((it) => it === scalar || fits(it, scalar.kind));
  return known.filter((it) => !isClosing(it) && !(isSaid && it === scalar));
}

const isBareObject = (type: Type): boolean =>
  type.kind === "object" && type.properties.length === 0 && type.extra.kind !== "typed";

const SCALARS: ReadonlySet<TypeKind> = new Set<TypeKind>(["string", "number", "boolean", "literal"]);
const isScalar = (type: Type): boolean => SCALARS.has(type.kind);

/** Whether each value of `type` is a string, number or boolean, as `kind` says; of two equal scalars the first is kept. */
function fits(type: Type, kind: TypeKind): boolean {
  if (type.kind === "union") return type.members.every((it) => fits(it, kind));
  return type.kind === "literal" && typeof type.value === kind;
}

/** Object types beside each other are one object; a property that several name must satisfy them all. */
function mergeObjects(parts: readonly Type[]): readonly Type[] {
  const objects = parts.filter((it): it is TypeOf<"object"> => it.kind === "object");
  if (objects.length < 2 || objects.some((it) => it.extra.kind === "typed")) return parts;
  const properties = new Map<string, Property>();
  for (const property of objects.flatMap((it) => it.properties)) {
    const known = properties.get(property.wireName);
    properties.set(property.wireName, known === undefined ? property : mergeProperties(known, property));
  }
  const check = objects.reduce<ObjectCheck>((all, it) => ({ ...all, ...it.check }), {});
  const merged: Type = {
    kind: "object",
    properties: [...properties.values()],
    extra: { kind: "open" },
    ...(Object.keys(check).length > 0 && { check }),
  };
  return [...parts.filter((it) => it.kind !== "object"), merged];
}

const mergeProperties = (a: Property, b: Property): Property => ({
  ...a,
  ...b,
  type: intersection([a.type, b.type]),
  required: a.required || b.required,
  access: a.access === "both" ? b.access : a.access,
  doc: { ...a.doc, ...b.doc },
});

function unique(types: readonly Type[]): readonly Type[] {
  if (types.length <= SHORT) return types.some(isRepeated) ? types.filter((it, i) => !isRepeated(it, i, types)) : types;
  const values = new Set<unknown>();
  const keys = new Set<string>();
  const larger = new AlikeMap<number>();
  return types.filter((it, i) => {
    if (it.kind === "literal") return values.size < values.add(it.value).size;
    const key = scalarKey(it);
    return key === undefined ? larger.getOr(it, () => i) === i : keys.size < keys.add(key).size;
  });
}

/** Whether one of those before it is the same. */
function isRepeated(type: Type, index: number, types: readonly Type[]): boolean {
  for (let i = 0; i < index; i++) if (isOne(types[i] ?? type, type)) return true;
  return false;
}

/** So few are held against each other, as nearly all differ at the first look. */
const SHORT = 4;

const isOne = (a: Type, b: Type): boolean =>
  a === b || (a.kind === b.kind && ((isPlain(a) && isPlain(b)) || isAlike(a, b)));

/** A string or number of which no more is said. */
const isPlain = (type: Type): boolean =>
  (type.kind === "string" || type.kind === "number") && type.check === undefined && type.format === undefined;

/** Equal for those that mean the same. Scalars and references, nearly all that are no literals, need not be held against each other. */
function scalarKey(type: Type): string | undefined {
  switch (type.kind) {
    case "ref":
      return `ref ${type.id}`;
    case "string":
    case "number":
      return isPlain(type) ? type.kind : undefined;
    default:
      return undefined;
  }
}
