import { edited, type PlainObject } from "../values.js";
import type { SchemaStep } from "./step.js";

/** `exclusiveMinimum: true` beside `minimum: 5` becomes `exclusiveMinimum: 5` (JSON Schema draft 6 made it a number). */
export const boundsStep: SchemaStep = (schema) =>
  ownBound(ownBound(schema, "exclusiveMinimum", "minimum"), "exclusiveMaximum", "maximum");

function ownBound(schema: PlainObject, exclusive: string, bound: string): PlainObject {
  const flag = schema[exclusive];
  if (typeof flag !== "boolean") return schema;
  const limit = schema[bound];
  return flag && typeof limit === "number"
    ? edited(schema, { [bound]: undefined, [exclusive]: limit })
    : edited(schema, { [exclusive]: undefined });
}
