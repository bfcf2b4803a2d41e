import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the command line, the configuration and the write stage. */
export const runCodes = {
  "write/foreign-file": {
    severity: "error",
    message: msg`${"path"} was not written by sdkwright and stands where an output file must go.`,
    help: "Move it away, choose another output folder, or run with --force to replace it.",
  },
} as const satisfies Record<string, Definition>;
