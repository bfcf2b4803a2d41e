import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Origin } from "../../diagnostics/origin.js";
import { isAnnotation } from "../annotations.js";
import { edited, isObject, type PlainObject } from "../values.js";

/**
 * What stands beside `$ref` is ignored up to 3.0 (OpenAPI 3.0.4, section 4.7.23.1), and means something from 3.1 on. What
 * only describes the value stays, and so does `nullable`: neither can contradict what is referred to.
 */
export function withoutSiblings(schema: PlainObject, here: () => Origin, diagnostics?: Diagnostics): PlainObject {
  if (typeof schema["$ref"] !== "string") return schema;
  const ignored = Object.keys(schema).filter((key) => !isKept(schema, key));
  if (ignored.length === 0) return schema;
  // A type beside it mostly repeats what the schema says that is referred to.
  const telling = ignored.filter((key) => key !== "type");
  if (telling.length > 0) diagnostics?.report("ref/siblings", here(), { keywords: telling.join(", ") });
  return edited(schema, Object.fromEntries(ignored.map((key) => [key, undefined])));
}

/** A map where a list should be says nothing of the value anyway, and tools that split descriptions refer to what is in it. */
const isKept = (schema: PlainObject, key: string): boolean =>
  key === "$ref" || key === "nullable" || isAnnotation(key) || (LISTS.has(key) && isObject(schema[key]));

const LISTS: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);
