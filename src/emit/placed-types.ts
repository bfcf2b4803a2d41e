import { byCodePoint } from "../ir/order.js";
import { operationAround } from "../ir/owner.js";
import type { Api, OperationId, TypeDecl } from "../ir/types.js";
import type { Exported, Names } from "../names/names.js";
import { groupBy } from "./group.js";

/** A declared type and what it is called. */
export interface NamedType {
  readonly symbol: Exported;
  readonly declaration: TypeDecl;
}

/** The declared types by where they stand, those of a place ordered by name. */
export interface PlacedTypes {
  /** Those that stand beside the operation in whose input or answers they are. */
  readonly byOperation: ReadonlyMap<OperationId, readonly NamedType[]>;
  /** All others. */
  readonly byFile: ReadonlyMap<string, readonly NamedType[]>;
}

export function placedTypes(api: Api, names: Names): PlacedTypes {
  const all = namedTypes(api, names);
  const operations = all.map(operationBeside(api, names));
  return {
    byOperation: ordered(groupBy(all, (_, i) => operations[i])),
    byFile: ordered(groupBy(all, (it, i) => (operations[i] === undefined ? it.symbol.file : undefined))),
  };
}

const ordered = <K>(groups: ReadonlyMap<K, readonly NamedType[]>): ReadonlyMap<K, readonly NamedType[]> =>
  new Map([...groups].map(([place, all]) => [place, all.toSorted(byName)]));

const byName = (a: NamedType, b: NamedType): number => byCodePoint(a.symbol.name, b.symbol.name);

function operationBeside(api: Api, names: Names): (type: NamedType) => OperationId | undefined {
  const all = new Map(api.types.map((it) => [it.id, it]));
  return ({ symbol, declaration }) => {
    const id = operationAround(declaration, all);
    return id !== undefined && names.operations[id]?.function.file === symbol.file ? id : undefined;
  };
}

const namedTypes = (api: Api, names: Names): readonly NamedType[] =>
  api.types.flatMap((declaration) => {
    const symbol = names.types[declaration.id];
    return symbol === undefined ? [] : { symbol, declaration };
  });
