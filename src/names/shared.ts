import { forEachRef, forEachType } from "../ir/visit.js";
import { operationAround } from "../ir/owner.js";
import type { Api, OperationId, Type, TypeDecl, TypeId } from "../ir/types.js";

/**
 * The types that belong to an operation of one file and are used in another, and what they need themselves. They stand apart
 * from the operations, so that to import one file of operations is not to import half of the others.
 */
export function sharedTypes(api: Api, fileOf: (operation: OperationId) => string | undefined): ReadonlySet<TypeId> {
  const all = new Map(api.types.map((it) => [it.id, it]));
  const owned = new Map<TypeId, { readonly declaration: TypeDecl; readonly file: string | undefined }>();
  for (const declaration of api.types) {
    const operation = operationAround(declaration, all);
    if (operation !== undefined) owned.set(declaration.id, { declaration, file: fileOf(operation) });
  }
  const shared = new Set<TypeId>();
  const use = (type: Type, file: string | undefined): void =>
    forEachRef(type, (id) => {
      const used = owned.get(id);
      if (used !== undefined && used.file !== file) shared.add(id);
    });
  for (const { declaration, file } of owned.values()) use(declaration.type, file);
  // Only what the description refers to itself is used by others than types of operations.
  if ([...owned.keys()].some((id) => id.startsWith("/"))) {
    for (const it of api.types) if (!owned.has(it.id)) use(it.type, undefined);
    for (const it of api.operations) forEachType(it, (type) => use(type, fileOf(it.id)));
  }
  // A Set is iterated in order of insertion and takes in what is added on the way.
  for (const id of shared) {
    const used = owned.get(id);
    if (used !== undefined) forEachRef(used.declaration.type, (it) => owned.has(it) && shared.add(it));
  }
  return shared;
}
