import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of what a run does besides: remote descriptions, the lock, the formatting and the write stage. */
export const runCodes = {
  "remote/not-pulled": {
    severity: "error",
    message: msg`There is no copy of ${"url"} here.`,
    help: "Run sdkwright pull, and commit sdkwright.lock and the folder sdkwright.remote: no other command asks the network.",
  },
  "remote/not-allowed": {
    severity: "error",
    message: msg`${"url"} is not read: the host ${"host"} is not allowed.`,
    help: "If you trust that host name it in remote.allow in the config file and run sdkwright pull; or save what stands there and give the file.",
  },
  "remote/changed": {
    severity: "error",
    message: msg`${"path"} is not what was pulled from ${"url"}.`,
    help: "Restore the file, or run sdkwright pull to get it anew. To correct a description use an overlay.",
  },
  "remote/failed": {
    severity: "error",
    message: msg`${"url"} cannot be pulled: ${"reason"}.`,
    help: "See remote in the config file for hosts (allow), headers and http; nothing was written.",
  },
  "lock/conflict": {
    severity: "error",
    message: msg`Git has left a conflict in ${"path"}, line ${"line"}.`,
    help: 'Run sdkwright generate, which keeps the lines of both sides; with "sdkwright.lock merge=union" in .gitattributes git does so itself.',
  },
  "lock/malformed": {
    severity: "error",
    message: msg`${"path"}, line ${"line"}, is no line of a lock.`,
    help: "Restore the line from git, or remove it.",
  },
  "lock/contradiction": {
    severity: "error",
    message: msg`${"path"} calls ${"place"} otherwise in line ${"line"} than in line ${"other"}.`,
    help: "Two branches have renamed it: keep one of the two lines.",
  },
  "lock/missing": {
    severity: "error",
    message: msg`There is no ${"path"}, which holds what things are called in the SDK.`,
    help: 'Run sdkwright generate and commit the file; with renames: "allow" in the config file names follow the description, and there is none.',
  },
  "lock/not-written": {
    severity: "warning",
    message: msg`${"path"} is not up to date and could not be written: ${"reason"}.`,
    help: 'Run sdkwright generate where the file can be written, and commit it: the names of what is new are in no lock. With renames: "allow" in the config file there is none.',
  },
  "format/no-prettier": {
    severity: "error",
    message: msg`The output is to be formatted with prettier, which is not installed.`,
    help: "Run npm install --save-dev prettier, or leave format out of the configuration.",
  },
  "format/failed": {
    severity: "error",
    message: msg`Prettier failed on ${"path"}: ${"reason"}.`,
    help: "Check prettier's configuration for the output folder, or leave format out of the configuration.",
  },
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
  "write/interrupted": {
    severity: "info",
    message: msg`An earlier run was stopped before it had written all of ${"path"}.`,
    help: "There is nothing to mend: each file is whole, and sdkwright generate completes the output.",
  },
  "write/line-breaks": {
    severity: "warning",
    message: msg`Files of ${"path"} have other line breaks than the inputs give: ${"files"} in nothing else.`,
    help: "Git does so where core.autocrlf is on: put a line such as `src/api/** text eol=lf` into .gitattributes, and check out anew.",
  },
  "write/file-out-of-date": {
    severity: "error",
    message: msg`${"path"} is not what the inputs give.`,
    help: "Run the same command without --check, and commit the file where it is kept in git.",
  },
  "write/out-of-date": {
    severity: "error",
    message: msg`${"path"} is not what the inputs give: ${"files"}.`,
    help: "Run sdkwright generate, and commit the output where it is kept in git.",
  },
} as const satisfies Record<string, Definition>;
