import { isObject, type PlainObject, without } from "../values.js";
import type { Place, SchemaStep } from "./step.js";

/**
 * `nullable: true` becomes the type `null`: in the list of types, or as one more member of a union.
 *
 * By the letter of 3.0.3 the flag means nothing without `type` in the same schema, nothing beside `$ref`, and null must
 * be listed in `enum` too. Authors mean the same in all of these: the value may be null.
 */
export const nullableStep: SchemaStep = (schema, place) => {
  if (typeof schema["nullable"] !== "boolean") return schema;
  const rest = without(schema, "nullable");
  return schema["nullable"] ? orNull(rest, place) : rest;
};

function orNull(schema: PlainObject, place: Place): PlainObject {
  const asserted = Object.keys(schema).filter((key) => !isAnnotation(key));
  const [first] = asserted;
  if ((first === "anyOf" || first === "oneOf") && asserted.length === 1) return withNullMember(schema, first, place);
  if (asserted.some((key) => composing.has(key))) return inUnionWithNull(schema, asserted, place);
  return withNullType(schema, place);
}

/** `anyOf: [a]` gives `anyOf: [a, null]`. */
function withNullMember(schema: PlainObject, union: string, place: Place): PlainObject {
  const members: unknown = schema[union];
  if (!Array.isArray(members) || members.some(allowsNull)) return schema;
  return { ...schema, [union]: [...members, nullSchema(place)] };
}

/** `allOf: [a]` gives `anyOf: [{ allOf: [a] }, null]`; what only describes the value stays where it was. */
function inUnionWithNull(schema: PlainObject, asserted: readonly string[], place: Place): PlainObject {
  const moved = Object.fromEntries(asserted.map((key) => [key, schema[key]]));
  place(moved);
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => isAnnotation(key)));
  return { ...kept, anyOf: [moved, nullSchema(place)] };
}

function withNullType(schema: PlainObject, place: Place): PlainObject {
  const type = schema["type"] ?? impliedType(schema);
  const types: readonly unknown[] = Array.isArray(type) ? type : type === undefined ? [] : [type];
  const listed = withNullValue(schema, place);
  return types.length === 0 || types.includes("null") ? listed : { ...listed, type: [...types, "null"] };
}

function withNullValue(schema: PlainObject, place: Place): PlainObject {
  const values: unknown = schema["enum"];
  if (!Array.isArray(values) || values.includes(null)) return schema;
  const listed = [...values, null];
  place(listed, "enum");
  return { ...schema, enum: listed };
}

/** A schema that tells of properties or items says without a word which type it is about. */
function impliedType(schema: PlainObject): string | undefined {
  if (objectKeywords.some((key) => Object.hasOwn(schema, key))) return "object";
  return Object.hasOwn(schema, "items") ? "array" : undefined;
}

function nullSchema(place: Place): PlainObject {
  const made = { type: "null" };
  place(made, "nullable");
  return made;
}

function allowsNull(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  const type = schema["type"];
  return type === "null" || (Array.isArray(type) && type.includes("null"));
}

const isAnnotation = (key: string): boolean => annotations.has(key) || key.startsWith("x-");

const composing: ReadonlySet<string> = new Set(["$ref", "allOf", "anyOf", "oneOf", "not"]);
const objectKeywords = ["properties", "additionalProperties", "required", "minProperties", "maxProperties"];
const annotations: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "example",
  "examples",
  "externalDocs",
  "xml",
]);
