import type { Operation, TypeDecl, TypeId } from "../ir/types.js";
import { forEachRef, typesOf } from "../ir/visit.js";

/** The ids of all types that the operations need, directly or through other types. */
export function reachableTypes(operations: readonly Operation[], types: readonly TypeDecl[]): ReadonlySet<TypeId> {
  const declarations = new Map(types.map((it) => [it.id, it]));
  const reached = new Set<TypeId>();
  const add = (id: TypeId): void => void reached.add(id);
  for (const type of operations.flatMap(typesOf)) forEachRef(type, add);
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const id of reached) {
    const declaration = declarations.get(id);
    if (declaration === undefined) continue;
    forEachRef(declaration.type, add);
    declaration.tag?.cases.forEach((it) => add(it.id));
  }
  return reached;
}
