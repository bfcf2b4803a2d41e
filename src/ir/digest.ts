import type { Property, Type, TypeId, TypeKind, TypeOf } from "./types.js";

export type DigestOfId = (id: TypeId) => number;

/** What of each kind counts; all of it counts for `isAlike` too. */
const digests: { readonly [K in TypeKind]: (type: TypeOf<K>, ofId: DigestOfId) => number } = {
  ref: ({ id }, ofId) => ofId(id),
  unknown: () => 1,
  never: () => 2,
  bigint: () => 3,
  decimal: () => 4,
  null: () => 5,
  boolean: () => 6,
  number: digestOfData,
  string: digestOfData,
  bytes: digestOfData,
  literal: ({ value }) => mixed(7, digestOfData(value)),
  array: ({ item, check }, ofId) => mixed(mixed(8, digestOf(item, ofId)), digestOfData(check)),
  tuple: ({ items }, ofId) => digestOfAll(9, items, ofId),
  object: ({ properties, extra }, ofId) =>
    // A sum, since the order says nothing.
    properties.reduce(
      (sum, it) => (sum + digestOfProperty(it, ofId)) | 0,
      extra.kind === "typed" ? digestOf(extra.value, ofId) : digestOfText(extra.kind),
    ),
  union: ({ members }, ofId) => digestOfAll(10, members, ofId),
  intersection: ({ members }, ofId) => digestOfAll(11, members, ofId),
};

/** A number that a glance gives: equal for types that are alike, and often for others. */
export function outlineOf(type: Type): number {
  switch (type.kind) {
    case "object": {
      let outline = type.properties.length;
      for (const { wireName } of type.properties) outline += wireName.length << 8;
      return outline;
    }
    case "union":
    case "intersection":
      return -type.members.length;
    default:
      return 0;
  }
}

/** A number that is equal for types that are alike, and seldom for others. */
export function digestOf(type: Type, ofId: DigestOfId): number {
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const digest = digests[type.kind] as (type: Type, ofId: DigestOfId) => number;
  return digest(type, ofId);
}

const digestOfAll = (from: number, types: readonly Type[], ofId: DigestOfId): number =>
  types.reduce((digest, it) => mixed(digest, digestOf(it, ofId)), from);

const digestOfProperty = ({ wireName, type, required, doc, check }: Property, ofId: DigestOfId): number =>
  mixed(
    mixed(mixed(digestOfText(wireName), digestOf(type, ofId)), digestOfData(doc)),
    mixed(required ? 1 : 0, digestOfData(check)),
  );

function digestOfData(data: unknown): number {
  if (typeof data === "string") return digestOfText(data);
  if (typeof data !== "object" || data === null) return data === undefined ? 0 : digestOfText(String(data));
  return Object.entries(data).reduce(
    (digest, [key, value]) => mixed(mixed(digest, digestOfText(key)), digestOfData(value)),
    0,
  );
}

/** Long texts that differ nearly always do so in their length or their end. */
const END = 16;

export function digestOfText(text: string): number {
  let digest = text.length;
  for (let i = Math.max(0, text.length - END); i < text.length; i++) digest = mixed(digest, text.charCodeAt(i));
  return digest;
}

const mixed = (digest: number, value: number): number => Math.imul(digest ^ value ^ (digest >>> 15), 0x01000193);
