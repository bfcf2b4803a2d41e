import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { intersection, union } from "../ir/algebra.js";
import type { Type, TypeDecl, TypeId } from "../ir/types.js";
import type { Pass } from "./pass.js";

type Declarations = ReadonlyMap<TypeId, TypeDecl>;
type Ids = ReadonlySet<TypeId>;

/**
 * A type that is nothing but itself (`A` is `A` or a string) has no values that a reader could tell, and no language can
 * declare it: the reference that closes the circle becomes `unknown`. Recursion through a property or an item is fine, and so is a
 * type that extends one of which it is an alternative: it has what that says beside its alternatives.
 */
export const aliasCycles: Pass = {
  name: "alias-cycles",
  run: (api, _, diagnostics) => {
    const circular = circularOf(api.types);
    if (circular.size === 0) return api;
    const all = new Map(api.types.map((it) => [it.id, it]));
    const extended = mapCircular(api.types, circular, (it) => extending(it, circular, all, diagnostics));
    const rest = circularOf(extended);
    return { ...api, types: mapCircular(extended, rest, (it) => opened(it, rest, diagnostics)) };
  },
};

const mapCircular = (
  types: readonly TypeDecl[],
  circular: Ids,
  change: (declaration: TypeDecl) => TypeDecl,
): readonly TypeDecl[] => types.map((it) => (circular.has(it.id) ? change(it) : it));

function circularOf(types: readonly TypeDecl[]): Ids {
  const all = new Map(types.map((it) => [it.id, it]));
  return new Set(types.filter((it) => meets(it.id, it.type, all, new Set())).map((it) => it.id));
}

/** Whether `type` comes to `goal` without passing through a property or an item. */
function meets(goal: TypeId, type: Type, all: Declarations, seen: Set<TypeId>): boolean {
  if (type.kind === "union" || type.kind === "intersection")
    return type.members.some((it) => meets(goal, it, all, seen));
  if (type.kind !== "ref") return false;
  if (type.id === goal) return true;
  if (seen.has(type.id)) return false;
  seen.add(type.id);
  const target = all.get(type.id);
  return target !== undefined && meets(goal, target.type, all, seen);
}

/** The declaration with what the circular types that it extends say beside their alternatives, where they say anything. */
function extending(declaration: TypeDecl, circular: Ids, all: Declarations, diagnostics: Diagnostics): TypeDecl {
  const { id, type, nameHint, origin } = declaration;
  const members = type.kind === "intersection" ? type.members : [type];
  const base = members.find((it) => it.kind === "ref" && circular.has(it.id));
  const seen = new Set([id]);
  const own = members.flatMap((it) => (it.kind === "ref" ? besideAlternatives(it, circular, all, seen) : it));
  if (base?.kind !== "ref" || own.length === 0) return declaration;
  const names = { name: nameHint.join(" "), base: all.get(base.id)?.nameHint.join(" ") ?? base.id };
  diagnostics.report("schema/own-alternative", origin, names);
  return { ...declaration, type: intersection(own) };
}

function besideAlternatives(type: Type, circular: Ids, all: Declarations, seen: Set<TypeId>): readonly Type[] {
  if (type.kind === "intersection") return type.members.flatMap((it) => besideAlternatives(it, circular, all, seen));
  if (type.kind === "union") return withoutRefs(type, circular) === type ? [type] : [];
  if (type.kind !== "ref" || !circular.has(type.id)) return [type];
  const target = seen.has(type.id) ? undefined : all.get(type.id);
  seen.add(type.id);
  return target === undefined ? [] : besideAlternatives(target.type, circular, all, seen);
}

function opened(declaration: TypeDecl, circular: Ids, diagnostics: Diagnostics): TypeDecl {
  diagnostics.report("schema/only-itself", declaration.origin, { name: declaration.nameHint.join(" ") });
  return { ...declaration, type: withoutRefs(declaration.type, circular) };
}

function withoutRefs(type: Type, circular: Ids): Type {
  if (type.kind === "ref") return circular.has(type.id) ? { kind: "unknown" } : type;
  if (type.kind !== "union" && type.kind !== "intersection") return type;
  const members = type.members.map((it) => withoutRefs(it, circular));
  if (members.every((it, i) => it === type.members[i])) return type;
  return type.kind === "union" ? union(members) : intersection(members);
}
