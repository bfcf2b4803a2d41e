import { isAnnotation } from "../annotations.js";
import { edited, isObject, type PlainObject } from "../values.js";
import type { Place, SchemaStep } from "./step.js";

/**
 * `nullable: true` becomes the type `null`: in the list of types, or as one more member of a union.
 *
 * By the letter of 3.0.3 the flag means nothing without `type` in the same schema, nothing beside `$ref`, and null must
 * be listed in `enum` too. Authors mean the same in all of these: the value may be null.
 */
export const nullableStep: SchemaStep = (schema, place) => {
  const nullable = schema["nullable"];
  if (typeof nullable !== "boolean") return schema;
  return edited(schema, nullable ? orNull(schema, place) : { nullable: undefined });
};

/** What changes in a schema so that its value may be null. */
function orNull(schema: PlainObject, place: Place): PlainObject {
  if (!composing.some((key) => schema[key] !== undefined)) return nullType(schema, place);
  const asserted = Object.keys(schema).filter((key) => key !== "nullable" && !isAnnotation(key));
  const union = unions.find((key) => asserted.includes(key));
  return union !== undefined && asserted.length === 1
    ? nullMember(schema, union, place)
    : unionWithNull(schema, asserted, place);
}

/** `anyOf: [a]` gives `anyOf: [a, null]`. */
function nullMember(schema: PlainObject, union: string, place: Place): PlainObject {
  const members: unknown = schema[union];
  const isDone = !Array.isArray(members) || members.some(allowsNull);
  return { nullable: undefined, [union]: isDone ? members : [...members, nullSchema(place)] };
}

/** `allOf: [a]` gives `anyOf: [{ allOf: [a] }, null]`; what only describes the value stays where it was. */
function unionWithNull(schema: PlainObject, asserted: readonly string[], place: Place): PlainObject {
  const moved = Object.fromEntries(asserted.map((key) => [key, schema[key]]));
  place(moved);
  const gone = Object.fromEntries(asserted.map((key) => [key, undefined]));
  return { ...gone, nullable: undefined, anyOf: [moved, nullSchema(place)] };
}

function nullType(schema: PlainObject, place: Place): PlainObject {
  return {
    nullable: undefined,
    type: orNullType(schema["type"] ?? impliedType(schema)),
    enum: orNullValue(schema, place),
  };
}

function orNullType(type: unknown): unknown {
  if (Array.isArray(type)) return type.includes("null") ? type : [...type, "null"];
  return type === undefined || type === "null" ? type : [type, "null"];
}

function orNullValue(schema: PlainObject, place: Place): unknown {
  const values: unknown = schema["enum"];
  if (!Array.isArray(values) || values.includes(null)) return values;
  const listed = [...values, null];
  place(listed, "enum");
  return listed;
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

const unions = ["anyOf", "oneOf"];
const composing = [...unions, "$ref", "allOf", "not"];
const objectKeywords = ["properties", "additionalProperties", "required", "minProperties", "maxProperties"];
