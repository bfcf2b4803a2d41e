import type { Places } from "../places.js";
import type { PlainObject } from "../values.js";
import type { Version } from "../version.js";
import { type Visit, walk } from "../walk.js";
import { upgradeV30ToV31 } from "./v30-to-v31.js";

/** Takes a description to the newest shape, and lets `visit` see all of it on the way as its author wrote it. */
export function upgrade(
  root: PlainObject,
  version: Version,
  source: number,
  places: Places,
  visit: Visit,
): PlainObject {
  return steps[version](root, source, places, visit);
}

/** From each version to the next; a step that is not the last hands on to the one that follows. */
const steps: Readonly<Record<Version, typeof upgradeV30ToV31>> = {
  "3.0": upgradeV30ToV31,
  "3.1": (root, _source, _places, visit) => {
    walk(root, visit);
    return root;
  },
};
