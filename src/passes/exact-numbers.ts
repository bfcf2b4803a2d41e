import { mapInner } from "../ir/map.js";
import { mapOperation } from "../ir/map-operation.js";
import { innerTypes, typesOf } from "../ir/visit.js";
import type { Content, ExactKind, Operation, Part, Type, TypeDecl, TypeId, Wire } from "../ir/types.js";
import type { Pass } from "./pass.js";

/** What becomes of integers that a number cannot hold exactly: the nearest number, or a bigint. */
export type Int64Style = "number" | "bigint";

/** What becomes of decimals that a number cannot hold exactly: the nearest number, or a value that keeps their digits. */
export type DecimalStyle = "number" | "exact";

interface Styles {
  readonly int64: Int64Style;
  readonly decimals: DecimalStyle;
}

/** Integers of 64 bits may be bigints, and decimals may be exact. After all that asks what is a number. */
export const exactNumbers: Pass = {
  name: "exact numbers",
  run: (api, { int64, decimals }) => {
    if (int64 === "number" && decimals === "number") return api;
    const change = (type: Type): Type => widened(type, { int64, decimals });
    const types = api.types.map((it): TypeDecl => ({ ...it, type: change(it.type) }));
    const declared = new Map(types.map((it) => [it.id, it.type]));
    const operations = api.operations.map((it) => exact(mapOperation(it, change), change, declared));
    const all = [...declared.values(), ...operations.flatMap(typesOf)];
    const hasDecimals = exactKinds(all, declared)?.includes("decimal") === true;
    return { ...api, types, operations, ...(hasDecimals && { hasDecimals }) };
  },
};

const INTEGERS: ReadonlySet<string | undefined> = new Set(["int64", "uint64"]);

/** In small letters: those of the OpenAPI Format Registry, and what descriptions write besides. Of `sf-decimal` a number holds all. */
const DECIMALS: ReadonlySet<string | undefined> = new Set([
  "decimal",
  "decimal128",
  "bigdecimal",
  "big-decimal",
  "money",
]);

function widened(type: Type, styles: Styles): Type {
  if (type.kind !== "number") return mapInner(type, (it) => widened(it, styles));
  const kinds = kindsOf(type.integer, type.format, styles);
  return kinds.length === 0 ? type : { kind: "union", members: [type, ...kinds.map((kind): Type => ({ kind }))] };
}

/** What a number may be besides. JSON does not tell the integers of 64 bits from the decimals that are integers. */
function kindsOf(integer: boolean, format: string | undefined, { int64, decimals }: Styles): readonly ExactKind[] {
  const bigint = int64 === "bigint" ? (["bigint"] as const) : [];
  if (decimals === "exact" && DECIMALS.has(format?.toLowerCase())) return [...bigint, "decimal"];
  return integer && INTEGERS.has(format) ? bigint : [];
}

/** An operation that says of which contents the JSON holds such values. */
function exact(operation: Operation, change: (type: Type) => Type, declared: Declared): Operation {
  const { pagination, params, body, responses } = operation;
  const marked = (contents: readonly Content[]): readonly Content[] =>
    contents.map((it) => {
      const content = withKinds(it, exactKinds([it.item ?? it.type], declared));
      return it.codec === "form" ? { ...content, parts: exactParts(it, declared) } : content;
    });
  return {
    ...operation,
    params: params.map((it) => ({ ...it, wire: exactWire(it.wire, exactKinds([it.type], declared)) })),
    ...(pagination && { pagination: { ...pagination, item: change(pagination.item) } }),
    ...(body && { body: { ...body, contents: marked(body.contents) } }),
    responses: responses.map((it) => ({ ...it, contents: marked(it.contents) })),
  };
}

/** The parts of a form, with those of its properties that hold such values: deep in one they stand in JSON. */
function exactParts({ parts, type }: Content, declared: Declared): readonly Part[] {
  const object = type.kind === "ref" ? declared.get(type.id) : type;
  const properties = object?.kind === "object" ? object.properties : [];
  const kinds = new Map(properties.map((it) => [it.wireName, exactKinds([it.type], declared)]));
  const known = new Set(parts.map((it) => it.wireName));
  const others = [...kinds].flatMap(([wireName, it]) =>
    it === undefined || known.has(wireName) ? [] : [{ wireName }],
  );
  return [...parts, ...others].map((it) => withKinds(it, kinds.get(it.wireName)));
}

/** A style writes such a value as it writes a number; JSON needs to be told. */
const exactWire = (wire: Wire, kinds: Kinds): Wire => (wire.kind === "style" ? wire : withKinds(wire, kinds));

type Kinds = readonly ExactKind[] | undefined;
const withKinds = <T extends object>(it: T, exact: Kinds): T => (exact === undefined ? it : { ...it, exact });

type Declared = ReadonlyMap<TypeId, Type>;

/** The kinds of such values in types, in one order; undefined where there are none. */
function exactKinds(types: readonly Type[], declared: Declared): Kinds {
  // A Set is iterated in order of insertion and takes in what is added on the way.
  const reached = new Set(types);
  for (const it of reached) {
    const target = it.kind === "ref" ? declared.get(it.id) : undefined;
    for (const inner of target === undefined ? innerTypes(it) : [target]) reached.add(inner);
  }
  const kinds = KINDS.filter((kind) => [...reached].some((it) => it.kind === kind));
  return kinds.length === 0 ? undefined : kinds;
}

const KINDS: readonly ExactKind[] = ["bigint", "decimal"];
