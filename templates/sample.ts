import type { Expression } from "../src/emit/expression.js";
import { quote } from "../src/emit/text.js";
import type { Given, Json, Property, Type, TypeId, TypeKind, TypeOf } from "../src/ir/types.js";
import type { Types } from "./value-shape.js";

/** What is known where a sample is made. */
interface Context {
  readonly types: Types;
  /** What the value is called, for a text of which nothing else is known. */
  readonly name: string;
  /** The declared types on the way here: none is gone into again. */
  readonly above: ReadonlySet<TypeId>;
}

/** A value of a type with no more than it needs, as a reader would write it; undefined where none can be written down. */
export const sampleOf = (type: Type, name: string, types: Types): Expression | undefined =>
  sample(type, { types, name, above: NONE });

/** The value of a property: the one that its author shows, where it is a plain one that fits. */
export function samplePropertyOf(property: Property, types: Types): Expression | undefined {
  return sampleProperty(property, { types, name: property.wireName, above: NONE });
}

const NONE: ReadonlySet<TypeId> = new Set();

function sampleProperty({ type, doc, fallback, wireName }: Property, ctx: Context): Expression | undefined {
  const shown = fitting(type, doc.example) ?? fitting(type, fallback);
  return shown === undefined ? sample(type, { ...ctx, name: wireName }) : givenText(type, shown);
}

const fitting = (type: Type, given: Given | undefined): Given | undefined =>
  given !== undefined && isPlainValue(type, given.value) ? given : undefined;

/** An integer of more digits than a number keeps is a bigint where that may be. */
function givenText(type: Type, { value, text }: Given): string {
  if (text === undefined) return plainText(value);
  return type.kind === "union" && type.members.some((it) => it.kind === "bigint") ? `${text}n` : text;
}

const plainText = (value: Json): string => (typeof value === "string" ? quote(value) : JSON.stringify(value));

function isPlainValue(type: Type, value: Json): boolean {
  switch (type.kind) {
    case "string":
    case "number":
    case "boolean":
      return typeof value === type.kind;
    case "literal":
      return type.value === value;
    case "union":
      return type.members.some((it) => isPlainValue(it, value));
    default:
      return false;
  }
}

/** How a value of each kind is written; a kind added to the IR does not compile until it is. */
const samples: { readonly [K in TypeKind]: (type: TypeOf<K>, ctx: Context) => Expression | undefined } = {
  ref: ({ id }, ctx) => {
    const type = ctx.types.get(id);
    return type === undefined || ctx.above.has(id)
      ? undefined
      : sample(type, { ...ctx, above: new Set([...ctx.above, id]) });
  },
  unknown: () => "{}",
  never: () => undefined,
  null: () => "null",
  boolean: () => "true",
  bigint: () => "9007199254740993n",
  // It stands beside a number.
  decimal: () => undefined,
  number: ({ check, integer }) => {
    const minimum = check?.minimum;
    // A limit below -(2^53) is that of a format, and no value to show.
    const isLimit = minimum !== undefined && Number(minimum) >= Number.MIN_SAFE_INTEGER;
    return String(isLimit ? minimum : integer ? 1 : 1.5);
  },
  string: ({ format }, { name }) => quote(FORMATS.get(format ?? "") ?? name),
  bytes: ({ encoding }) => (encoding === "raw" ? `new Blob(["..."])` : quote("aGVsbG8=")),
  literal: ({ value }) => plainText(value),
  array: ({ item, check }, ctx) => {
    const items = (check?.minItems ?? 0) > 0 ? sample(item, ctx) : undefined;
    return { kind: "array", items: items === undefined ? [] : [items] };
  },
  tuple: ({ items }, ctx) => {
    const all = items.map((it) => sample(it, ctx));
    return all.every((it) => it !== undefined) ? { kind: "array", items: all } : undefined;
  },
  object: ({ properties }, ctx) => {
    const required = properties.filter((it) => it.required);
    return objectOf(required.map((it) => [it.wireName, sampleProperty(it, ctx)] as const));
  },
  union: ({ members }, ctx) => {
    const told = [...members.filter((it) => it.kind !== "null"), ...members.filter((it) => it.kind === "null")];
    for (const it of told) {
      const found = sample(it, ctx);
      if (found !== undefined) return found;
    }
    return undefined;
  },
  intersection: ({ members }, ctx) => {
    const all = members.map((it) => sample(it, ctx));
    if (!all.every((it) => typeof it === "object" && it.kind === "object")) return undefined;
    // Of a key that several have, the last says most: a base comes before what narrows it.
    const merged = new Map(all.flatMap((it) => it.members));
    return { kind: "object", members: [...merged] };
  },
};

function sample(type: Type, ctx: Context): Expression | undefined {
  // The entry for a kind takes the types of that kind; the compiler loses this link when it indexes the record.
  const write = samples[type.kind] as (type: Type, ctx: Context) => Expression | undefined;
  return write(type, ctx);
}

/** An object of these members; undefined where one of them is. */
export const objectOf = (members: readonly (readonly [string, Expression | undefined])[]): Expression | undefined =>
  isWhole(members) ? { kind: "object", members } : undefined;

type Members = readonly (readonly [string, Expression])[];

const isWhole = (members: readonly (readonly [string, Expression | undefined])[]): members is Members =>
  members.every(([, it]) => it !== undefined);

/** Texts in the formats of JSON Schema 2020-12 (Validation, section 7.3) that are most in use. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ["date-time", "2024-01-31T12:00:00Z"],
  ["date", "2024-01-31"],
  ["email", "ada@example.com"],
  ["uri", "https://example.com"],
  ["uuid", "123e4567-e89b-42d3-a456-426614174000"],
]);
