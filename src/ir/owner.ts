import type { OperationId, TypeDecl, TypeId } from "./types.js";

/** The operation in which a type stands, be it within another type that does; undefined for what is part of no operation. */
export function operationAround(declaration: TypeDecl, all: ReadonlyMap<TypeId, TypeDecl>): OperationId | undefined {
  const { owner } = declaration;
  if (owner?.kind === "operation") return owner.id;
  const outer = owner && all.get(owner.id);
  return outer && operationAround(outer, all);
}
