import type { PlainObject } from "../values.js";
import { walk } from "../walk.js";
import { boundsStep } from "./bounds.js";
import { nullableStep } from "./nullable.js";
import { placing, type UpgradeStep } from "./step.js";

/**
 * A description of the newest shape, in whose schemas words of 3.0 are left that mean nothing there: many an author changed
 * the version alone. OpenAPI 3.2 adds to 3.1 and takes nothing away, so 3.1 is of the newest shape as it stands.
 */
export const readLateWords: UpgradeStep = (root, { start, places, diagnostics, visit }) => {
  const made = walk(root, start, (here, way) => {
    const readSchema = (schema: PlainObject): PlainObject => {
      const late = WORDS.filter((word) => typeof schema[word] === "boolean");
      if (late.length === 0) return schema;
      const { source, pointer } = here();
      for (const word of late)
        diagnostics.report("document/late-word", { source, pointer: `${pointer}/${word}` }, { word });
      const place = placing(here, places);
      return nullableStep(boundsStep(schema, place), place);
    };
    const watching = visit(here, way);
    return {
      ...watching,
      keys: new Set([...watching.keys, ...WORDS]),
      leave: (it, { position, holds }) => (position === "schema" && holds === "one" ? readSchema(it) : it),
    };
  });
  // A walk gives an object for an object: the root is no schema.
  return made as PlainObject;
};

const WORDS = ["nullable", "exclusiveMinimum", "exclusiveMaximum"];
