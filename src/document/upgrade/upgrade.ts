import type { Places } from "../places.js";
import type { PlainObject } from "../values.js";
import type { Version } from "../version.js";
import { type Start, type Visit, walk } from "../walk.js";
import { upgradeV30ToV31 } from "./v30-to-v31.js";

/** Takes a description to the newest shape, and lets `visit` see all of it on the way as its author wrote it. */
export function upgrade(root: PlainObject, version: Version, start: Start, places: Places, visit: Visit): PlainObject {
  return steps[version](root, start, places, visit);
}

type Step = typeof upgradeV30ToV31;

/** OpenAPI 3.2 adds to 3.1 and takes nothing away: what is valid in 3.1 has the newest shape already. */
const visited: Step = (root, start, _places, visit) => {
  walk(root, start, visit);
  return root;
};

/** From each version to the next; a step that is not the last hands on to the one that follows. */
const steps: Readonly<Record<Version, Step>> = { "3.0": upgradeV30ToV31, "3.1": visited, "3.2": visited };
