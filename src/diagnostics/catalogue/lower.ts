import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the lower, passes and names stages: what the description means. */
export const lowerCodes = {
  "ref/not-found": {
    severity: "error",
    message: msg`Nothing is at ${"ref"}.`,
    help: "Add the missing definition, or correct the $ref.",
  },
} as const satisfies Record<string, Definition>;
