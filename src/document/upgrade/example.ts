import { edited, isContainer } from "../values.js";
import type { SchemaStep } from "./step.js";

/** `example: x` becomes `examples: [x]`; a list that is there already says more. */
export const exampleStep: SchemaStep = (schema, place) => {
  const example = schema["example"];
  if (example === undefined) return schema;
  if (Array.isArray(schema["examples"])) return edited(schema, { example: undefined });
  const examples = [example];
  place(examples, "example");
  if (isContainer(example)) place(example, "example");
  return edited(schema, { example: undefined, examples });
};
