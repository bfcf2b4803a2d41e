import { forEachRef } from "../ir/visit.js";
import type { Api, TypeDecl, TypeId } from "../ir/types.js";

/**
 * The types that belong to an operation of one file and are used in another, and what they need themselves. They stand apart
 * from the operations, so that to import one file of operations is not to import half of the others.
 */
export function sharedTypes(api: Api, fileOf: (declaration: TypeDecl) => string | undefined): ReadonlySet<TypeId> {
  const owned = new Map(api.types.filter((it) => it.owner?.kind === "operation").map((it) => [it.id, it]));
  const shared = new Set<TypeId>();
  for (const user of owned.values()) {
    forEachRef(user.type, (id) => {
      const used = owned.get(id);
      if (used !== undefined && fileOf(used) !== fileOf(user)) shared.add(id);
    });
  }
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const id of shared) {
    const declaration = owned.get(id);
    if (declaration !== undefined) forEachRef(declaration.type, (it) => owned.has(it) && shared.add(it));
  }
  return shared;
}
