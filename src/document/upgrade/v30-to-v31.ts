import type { Places } from "../places.js";
import { isObject, type PlainObject } from "../values.js";
import { walk } from "../walk.js";
import { boundsStep } from "./bounds.js";
import { exampleStep } from "./example.js";
import { nullableStep } from "./nullable.js";
import type { SchemaStep } from "./step.js";

/**
 * OpenAPI 3.0 as OpenAPI 3.1: what changed is the schema, which follows JSON Schema 2020-12 from 3.1 on
 * (https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0). The formats `binary` and `byte` keep
 * their 3.0 spelling, which 3.1 allows too. The given value is never changed.
 */
export function upgradeV30ToV31(root: PlainObject, source: number, places: Places): PlainObject {
  const upgraded = walk(root, {
    schema(schema, here) {
      const place = (node: object, key?: string): void =>
        places.put(node, { source, pointer: key === undefined ? here() : `${here()}/${key}` });
      return steps.reduce((it, step) => step(it, place), schema);
    },
  });
  return { ...(isObject(upgraded) ? upgraded : root), openapi: "3.1.1" };
}

/** `nullable` is last: it may put the schema into a union, and the others must have seen the whole of it. */
const steps: readonly SchemaStep[] = [boundsStep, exampleStep, nullableStep];
