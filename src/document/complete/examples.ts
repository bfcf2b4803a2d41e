import type { Origin } from "../../diagnostics/origin.js";
import type { Places } from "../places.js";
import { edited, isContainer, type PlainObject } from "../values.js";
import type { Kind } from "../walk.js";

/** `example: x` of a schema as `examples: [x]`, the word that OpenAPI recommends from 3.1 on; a list that is there already stays. */
export function withExamples(
  node: PlainObject,
  { position, holds }: Kind,
  here: () => Origin,
  places: Places,
): PlainObject {
  const example = node["example"];
  if (position !== "schema" || holds !== "one" || example === undefined || node["examples"] !== undefined) return node;
  const { source, pointer } = here();
  const origin = { source, pointer: `${pointer}/example` };
  const examples = [example];
  places.put(examples, origin);
  if (isContainer(example)) places.put(example, origin);
  return edited(node, { example: undefined, examples });
}
