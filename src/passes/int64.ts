import { mapInner } from "../ir/map.js";
import { mapOperation } from "../ir/map-operation.js";
import { innerTypes } from "../ir/visit.js";
import type { Content, Operation, Type, TypeDecl, TypeId, Wire } from "../ir/types.js";
import type { Pass } from "./pass.js";

/** What becomes of integers that a number cannot hold exactly: the nearest number, or a bigint. */
export type Int64Style = "number" | "bigint";

const FORMATS: ReadonlySet<string | undefined> = new Set(["int64", "uint64"]);

/** Integers of 64 bits may be bigints. After all that asks what is a number. */
export const int64: Pass = {
  name: "int64",
  run: (api, { int64: style }) => {
    if (style === "number") return api;
    const types = api.types.map((it): TypeDecl => ({ ...it, type: widened(it.type) }));
    const declared = new Map(types.map((it) => [it.id, it.type]));
    return { ...api, types, operations: api.operations.map((it) => exact(mapOperation(it, widened), declared)) };
  },
};

function widened(type: Type): Type {
  if (type.kind !== "number" || !type.integer || !FORMATS.has(type.format)) return mapInner(type, widened);
  return { kind: "union", members: [type, { kind: "bigint" }] };
}

/** An operation that says of which contents the JSON holds bigints. */
function exact({ pagination, params, body, responses, ...operation }: Operation, declared: Declared): Operation {
  const marked = (contents: readonly Content[]): readonly Content[] =>
    contents.map((it) => (holdsBigint(it.item ?? it.type, declared) ? { ...it, exact: true } : it));
  return {
    ...operation,
    params: params.map((it) => (holdsBigint(it.type, declared) ? { ...it, wire: exactWire(it.wire) } : it)),
    ...(pagination && { pagination: { ...pagination, item: widened(pagination.item) } }),
    ...(body && { body: { ...body, contents: marked(body.contents) } }),
    responses: responses.map((it) => ({ ...it, contents: marked(it.contents) })),
  };
}

/** A style writes a bigint as it writes a number; JSON needs to be told. */
const exactWire = (wire: Wire): Wire => (wire.kind === "style" ? wire : { ...wire, exact: true });

type Declared = ReadonlyMap<TypeId, Type>;

function holdsBigint(type: Type, declared: Declared): boolean {
  // A Set is iterated in order of insertion and takes in what is added on the way.
  const reached = new Set([type]);
  for (const it of reached) {
    if (it.kind === "bigint") return true;
    const target = it.kind === "ref" ? declared.get(it.id) : undefined;
    for (const inner of target === undefined ? innerTypes(it) : [target]) reached.add(inner);
  }
  return false;
}
