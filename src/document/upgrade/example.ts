import { without } from "../values.js";
import type { SchemaStep } from "./step.js";

/** `example: x` becomes `examples: [x]`; a list that is there already says more. */
export const exampleStep: SchemaStep = (schema, place) => {
  if (!Object.hasOwn(schema, "example")) return schema;
  const rest = without(schema, "example");
  if (Array.isArray(rest["examples"])) return rest;
  const examples = [schema["example"]];
  place(examples, "example");
  return { ...rest, examples };
};
