import type { IncomingCall, Operation, TypeDecl, TypeId } from "../ir/types.js";
import { forEachRef, forEachType, taggedTypes } from "../ir/visit.js";

/** The ids of all types that the calls in both directions need, directly or through other types. */
export function reachableTypes(
  operations: readonly Operation[],
  incoming: readonly IncomingCall[],
  types: readonly TypeDecl[],
): ReadonlySet<TypeId> {
  const declarations = new Map(types.map((it) => [it.id, it]));
  const reached = new Set<TypeId>();
  const add = (id: TypeId): void => void reached.add(id);
  for (const it of operations) forEachType(it, (type) => forEachRef(type, add));
  for (const { payload, headers, reply } of incoming) {
    for (const id of [payload, headers, reply]) if (id !== undefined) add(id);
  }
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const id of reached) {
    const declaration = declarations.get(id);
    if (declaration === undefined) continue;
    forEachRef(declaration.type, add);
    // What stands inside another schema is called by it.
    const outer = /^(\/components\/schemas\/[^/]+)\//.exec(id)?.[1] as TypeId | undefined;
    if (outer !== undefined && declarations.has(outer)) add(outer);
    if (declaration.tag !== undefined) taggedTypes(declaration.tag).forEach(add);
  }
  return reached;
}
