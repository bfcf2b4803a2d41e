import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the read stage: bytes to a tree of plain values. */
export const readCodes = {
  "read/not-found": {
    severity: "error",
    message: msg`There is no file ${"path"}.`,
    help: "Check the path; it is taken from the working directory, in a config file from the folder of that file.",
  },
  "read/json-syntax": {
    severity: "error",
    message: msg`This is not JSON: ${"reason"}.`,
    help: "Correct the syntax at the place shown.",
  },
  "read/yaml-syntax": {
    severity: "error",
    message: msg`This is not YAML: ${"reason"}.`,
    help: "Correct the syntax at the place shown.",
  },
} as const satisfies Record<string, Definition>;
