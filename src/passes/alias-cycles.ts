import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Type, TypeDecl, TypeId } from "../ir/types.js";
import type { Pass } from "./pass.js";

/**
 * A type that is nothing but itself (`A` is `A` or a string) has no values that a reader could tell, and no language can
 * declare it: the reference that closes the circle becomes `unknown`. Recursion through a property or an item is fine.
 */
export const aliasCycles: Pass = {
  name: "alias-cycles",
  run: (api, _, diagnostics) => {
    const declarations = new Map(api.types.map((it) => [it.id, it]));
    const circular = new Set(
      api.types.filter((it) => meets(it.id, it.type, declarations, new Set())).map((it) => it.id),
    );
    if (circular.size === 0) return api;
    return { ...api, types: api.types.map((it) => (circular.has(it.id) ? opened(it, circular, diagnostics) : it)) };
  },
};

/** Whether `type` comes to `goal` without passing through a property or an item. */
function meets(goal: TypeId, type: Type, all: ReadonlyMap<TypeId, TypeDecl>, seen: Set<TypeId>): boolean {
  if (type.kind === "union" || type.kind === "intersection")
    return type.members.some((it) => meets(goal, it, all, seen));
  if (type.kind !== "ref") return false;
  if (type.id === goal) return true;
  if (seen.has(type.id)) return false;
  seen.add(type.id);
  const target = all.get(type.id);
  return target !== undefined && meets(goal, target.type, all, seen);
}

function opened(declaration: TypeDecl, circular: ReadonlySet<TypeId>, diagnostics: Diagnostics): TypeDecl {
  diagnostics.report("schema/only-itself", declaration.origin, { name: declaration.nameHint.join(" ") });
  return { ...declaration, type: withoutRefs(declaration.type, circular) };
}

function withoutRefs(type: Type, circular: ReadonlySet<TypeId>): Type {
  if (type.kind === "ref") return circular.has(type.id) ? { kind: "unknown" } : type;
  if (type.kind !== "union" && type.kind !== "intersection") return type;
  return { ...type, members: type.members.map((it) => withoutRefs(it, circular)) };
}
