import { inlineObject, type Member } from "../src/emit/code.js";
import type { FileScope } from "../src/emit/file-scope.js";
import type { Header, Property, Type, TypeKind, TypeOf } from "../src/ir/types.js";
import { runtimeExport } from "./runtime-symbols.js";
import type { Types } from "./value-shape.js";

/** The function that reads a header: `number`, `list(text)`. */
export function headerReader({ type, wire, wireName }: Header, types: Types, file: FileScope): string {
  const isCookie = wireName.toLowerCase() === "set-cookie";
  if (isCookie && wire.kind === "content" && /^text\//i.test(wire.mediaType))
    return mention(file, "set-cookie", "cookieLines");
  if (wire.kind === "content" && /[/+]json\b/i.test(wire.mediaType)) return mention(file, "scalar", "json");
  const explode = wire.kind === "style" && wire.explode;
  return reader(type, { types, file, explode, list: isCookie ? COOKIES : LIST, isInside: false, seen: [] });
}

const LIST = { file: "list", name: "list" } as const;
const COOKIES = { file: "set-cookie", name: "cookieList" } as const;

interface Reading {
  readonly types: Types;
  readonly file: FileScope;
  readonly explode: boolean;
  /** How an array is written. */
  readonly list: typeof LIST | typeof COOKIES;
  /** Within an array or an object, where the style reaches no deeper. */
  readonly isInside: boolean;
  /** The declared types that are being read, since one may refer to itself. */
  readonly seen: readonly string[];
}

/** Stands for the reader of texts, which is only imported where it is used. */
const TEXT = "";

/** What is a text is whatever else comes to nothing, so it is tried last. */
function reader(type: Type, reading: Reading): string {
  const { file } = reading;
  const all = new Set(alternatives(type, reading));
  const isText = all.delete(TEXT) || all.size === 0;
  const ordered = isText ? [...all, mention(file, "scalar", "text")] : [...all];
  const line = ordered.join(", ");
  return ordered.length === 1 ? line : `${mention(file, "scalar", "firstOf")}(${line})`;
}

function alternatives(type: Type, reading: Reading): readonly string[] {
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const read = kinds[type.kind] as (type: Type, reading: Reading) => readonly string[];
  return read(type, reading);
}

const scalar =
  (name: string) =>
  (_: unknown, { file }: Reading): readonly string[] => [mention(file, "scalar", name)];

/** The readers of each kind, of which the first that finds a value counts. */
const kinds: { readonly [K in TypeKind]: (type: TypeOf<K>, reading: Reading) => readonly string[] } = {
  ref: ({ id }, reading) => {
    const type = reading.types.get(id);
    if (type === undefined || reading.seen.includes(id)) return [];
    return alternatives(type, { ...reading, seen: [...reading.seen, id] });
  },
  unknown: () => [TEXT],
  never: () => [TEXT],
  // Nothing that is sent is null.
  null: () => [],
  boolean: scalar("boolean"),
  number: scalar("number"),
  bigint: scalar("exactNumber"),
  decimal: (_, { file }) => [mention(file, "decimal", "decimal")],
  string: () => [TEXT],
  bytes: () => [TEXT],
  literal: ({ value }, { file }) => [typeof value === "string" ? TEXT : mention(file, "scalar", typeof value)],
  array: ({ item }, reading) =>
    container(
      reading,
      (inside) => `${mention(inside.file, inside.list.file, inside.list.name)}(${reader(item, inside)})`,
    ),
  tuple: ({ items, rest }, reading) => {
    const members = rest === undefined ? items : [...items, rest];
    return container(
      reading,
      (inside) =>
        `${mention(inside.file, inside.list.file, inside.list.name)}(${reader({ kind: "union", members }, inside)})`,
    );
  },
  object: (type, reading) => container(reading, (inside) => recordReader(type.properties, restOf(type), inside)),
  union: ({ members }, reading) => {
    // What stands beside the number that it is when it is small reads that too.
    const exact = EXACT.find((kind) => members.some((it) => it.kind === kind));
    const told = exact === undefined ? members : members.filter((it) => it.kind === exact || !NUMERIC.has(it.kind));
    return told.flatMap((it) => alternatives(it, reading));
  },
  intersection: ({ members }, reading) => {
    const all = members.map((it) => resolved(it, reading.types));
    const objects = all.flatMap((it) => (it?.kind === "object" ? [it] : []));
    if (objects.length === 0) return all.slice(0, 1).flatMap((it) => (it ? alternatives(it, reading) : []));
    const properties = objects.flatMap((it) => it.properties);
    return container(reading, (inside) => recordReader(properties, { kind: "unknown" }, inside));
  },
};

/** A decimal may be an integer. */
const EXACT: readonly TypeKind[] = ["decimal", "bigint"];
const NUMERIC: ReadonlySet<TypeKind> = new Set<TypeKind>(["number", ...EXACT]);

const container = (reading: Reading, read: (inside: Reading) => string): readonly string[] => [
  reading.isInside ? mention(reading.file, "scalar", "json") : read({ ...reading, isInside: true }),
];

function recordReader(properties: readonly Property[], rest: Type, inside: Reading): string {
  const members = properties.map(({ wireName, type }): Member => [wireName, reader(type, inside)]);
  const name = mention(inside.file, "record", inside.explode ? "recordExplode" : "record");
  return `${name}(${inlineObject(members)}, ${reader(rest, inside)})`;
}

const restOf = ({ extra }: TypeOf<"object">): Type => (extra.kind === "typed" ? extra.value : { kind: "unknown" });

const resolved = (type: Type, types: Types): Type | undefined => (type.kind === "ref" ? types.get(type.id) : type);

const mention = (file: FileScope, of: string, name: string): string =>
  file.value(runtimeExport(`response-headers/${of}`, name));
