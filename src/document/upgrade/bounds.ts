import { without } from "../values.js";
import type { SchemaStep } from "./step.js";

/** `exclusiveMinimum: true` beside `minimum: 5` becomes `exclusiveMinimum: 5` (JSON Schema draft 6 made it a number). */
export const boundsStep: SchemaStep = (schema, place) =>
  ownBound("exclusiveMaximum", "maximum")(ownBound("exclusiveMinimum", "minimum")(schema, place), place);

function ownBound(exclusive: string, bound: string): SchemaStep {
  return (schema) => {
    const flag = schema[exclusive];
    if (typeof flag !== "boolean") return schema;
    const limit = schema[bound];
    if (!flag || typeof limit !== "number") return without(schema, exclusive);
    return { ...without(schema, bound), [exclusive]: limit };
  };
}
