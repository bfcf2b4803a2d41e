import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of the command line, the configuration, the formatting and the write stage. */
export const runCodes = {
  "write/foreign-file": {
    severity: "error",
    message: msg`${"path"} was not written by sdkwright and stands where an output file must go.`,
    help: "Move it away, choose another output folder, or run with --force to replace it.",
  },
  "write/link": {
    severity: "error",
    message: msg`${"path"} is a symbolic link and stands where an output file must go.`,
    help: "sdkwright writes through no link inside the output folder. Remove it, or run with --force to replace the link.",
  },
  "write/folder-in-the-way": {
    severity: "error",
    message: msg`${"path"} is a folder and stands where an output file must go.`,
    help: "Move it away, or choose another output folder.",
  },
  "write/not-a-folder": {
    severity: "error",
    message: msg`The output ${"path"} is not a folder.`,
    help: "Name a folder with --output, or one that does not exist yet.",
  },
  "write/failed": {
    severity: "error",
    message: msg`${"path"} could not be written: ${"reason"}.`,
    help: "Remove the cause and run again; each file is whole, and the next run completes the output.",
  },
  "write/out-of-date": {
    severity: "error",
    message: msg`${"path"} is not what the inputs give: ${"count"} of its files differ.`,
    help: "Run sdkwright generate, and commit the output where it is kept in git.",
  },
} as const satisfies Record<string, Definition>;
