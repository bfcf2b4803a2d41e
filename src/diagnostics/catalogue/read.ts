import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the read stage: bytes to a tree of plain values. */
export const readCodes = {
  "read/not-found": {
    severity: "error",
    message: msg`There is no file ${"path"}.`,
    help: "Check the path; it is taken from the working directory, in a config file from the folder of that file.",
  },
  "read/unknown-format": {
    severity: "error",
    message: msg`This is none of the formats that can be read (${"formats"}).`,
    help: "Name the file by its format (.json, .yaml, .html), or check that it is the file that you mean.",
  },
  "read/not-utf8": {
    severity: "error",
    message: msg`This is not UTF-8.`,
    help: "Save the file as UTF-8.",
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
  "read/yaml-alias": {
    severity: "error",
    message: msg`The aliases of this YAML cannot be followed: ${"reason"}.`,
    help: "Write the node out where the alias stands.",
  },
  "read/yaml-doubt": {
    severity: "warning",
    message: msg`This YAML may not mean what it says: ${"reason"}.`,
    help: "Remove the tag or directive, or write the value so that it needs none.",
  },
} as const satisfies Record<string, Definition>;
