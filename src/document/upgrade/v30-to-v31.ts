import { isObject, type PlainObject } from "../values.js";
import { walk } from "../walk.js";
import { boundsStep } from "./bounds.js";
import { nullableStep } from "./nullable.js";
import { withoutSiblings } from "./siblings.js";
import { placing, type Upgrade, type UpgradeStep } from "./step.js";

/**
 * OpenAPI 3.0 as OpenAPI 3.1: what changed is the schema, which follows JSON Schema 2020-12 from 3.1 on
 * (https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0). The formats `binary` and `byte` keep
 * their 3.0 spelling, which 3.1 allows too, and so does `example`, which many schemas have. The given value is never changed.
 */
export const upgradeV30ToV31: UpgradeStep = (root, upgrade) => {
  const upgraded = upgradeSchemas(root, upgrade);
  return { ...(isObject(upgraded) ? upgraded : root), openapi: "3.1.1" };
};

/** The schemas in any node of a description. */
export function upgradeSchemas(
  root: unknown,
  {
    start,
    places,
    diagnostics,
    visit = () => ({ keys: new Set() }),
  }: Pick<Upgrade, "start" | "places"> & Partial<Upgrade>,
): unknown {
  return walk(root, start, (here, way) => {
    const upgradeSchema = (it: PlainObject): PlainObject => {
      const place = placing(here, places);
      // Nullable is last: it may put the schema into a union, and the others must have seen the whole of it.
      return nullableStep(boundsStep(withoutSiblings(it, here, diagnostics), place), place);
    };
    const watching = visit(here, way);
    return {
      ...watching,
      keys: new Set([...watching.keys, ...WORDS]),
      leave: (it, { position, holds }) => (position === "schema" && holds === "one" ? upgradeSchema(it) : it),
    };
  });
}

/** The keywords that one of the steps changes something by. */
const WORDS = ["$ref", "exclusiveMinimum", "exclusiveMaximum", "nullable"];
