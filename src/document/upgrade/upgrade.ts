import type { Places } from "../places.js";
import type { PlainObject } from "../values.js";
import type { Version } from "../version.js";
import { upgradeV30ToV31 } from "./v30-to-v31.js";

/** Takes a description to the newest shape. */
export function upgrade(root: PlainObject, version: Version, source: number, places: Places): PlainObject {
  return steps[version](root, source, places);
}

/** From each version to the next; a step that is not the last hands on to the one that follows. */
const steps: Readonly<Record<Version, (root: PlainObject, source: number, places: Places) => PlainObject>> = {
  "3.0": upgradeV30ToV31,
  "3.1": (root) => root,
};
