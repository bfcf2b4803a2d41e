import type { PlainObject } from "../values.js";
import type { Version } from "../version.js";
import type { Upgrade, UpgradeStep } from "./step.js";
import { readLateWords } from "./late-words.js";
import { upgradeV20ToV30 } from "./v20-to-v30.js";
import { upgradeV30ToV31 } from "./v30-to-v31.js";

/** Takes a description to the newest shape. */
export const upgrade = (root: PlainObject, version: Version, context: Upgrade): PlainObject =>
  steps[version](root, context);

/** From each version to the next; a step that is not the last hands on to the one that follows. */
const steps: Readonly<Record<Version, UpgradeStep>> = {
  "2.0": (root, context) => upgradeV30ToV31(upgradeV20ToV30(root, context), moved(context)),
  "3.0": upgradeV30ToV31,
  "3.1": readLateWords,
  "3.2": readLateWords,
};

/** For a step after one that moved nodes, which `places` knows. */
const moved = (context: Upgrade): Upgrade => ({ ...context, start: { ...context.start, places: context.places } });
