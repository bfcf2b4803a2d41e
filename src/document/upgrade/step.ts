import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Origin } from "../../diagnostics/origin.js";
import type { Places } from "../places.js";
import type { PlainObject } from "../values.js";
import type { Start, Watching } from "../walk.js";

/** What the upgrade of one source works with. */
export interface Upgrade {
  readonly start: Start;
  readonly places: Places;
  readonly diagnostics: Diagnostics;
  /** Is to see all of the description on the way, as its author wrote it. */
  readonly visit: Watching;
}

/** Takes a description from one version to another; the given value is never changed. */
export type UpgradeStep = (root: PlainObject, upgrade: Upgrade) => PlainObject;

/** Makes one change to one schema, whose inner schemas are done; gives the same object where there is nothing to change. */
export type SchemaStep = (schema: PlainObject, place: Place) => PlainObject;

/** Remembers that a node which the step made was written where the schema stands, or at one of the schema's keywords. */
export type Place = (node: object, key?: string) => void;

/** For what the steps make of one schema: where that stands is asked once, and only when something is made. */
export function placing(here: () => Origin, places: Places): Place {
  let origin: Origin | undefined;
  return (node, key) => {
    const { source, pointer } = (origin ??= here());
    places.put(node, { source, pointer: key === undefined ? pointer : `${pointer}/${key}` });
  };
}
