import type { Definition } from "../catalogue.js";
import { msg } from "../message.js";

/** Codes of what a user asks for: the command line, the configuration and what `init` sets up. */
export const askedCodes = {
  "cli/unknown-verb": {
    severity: "error",
    message: msg`"${"word"}" is neither a verb nor a file; did you mean "${"near"}"?`,
    help: "The verbs are generate, inspect, convert, pull, inputs and init. A file of that name is given as ./name.",
  },
  "cli/unknown-flag": {
    severity: "error",
    message: msg`There is no flag ${"flag"} of ${"verb"}${"guess"}`,
    help: "See sdkwright --help, or the verb with --help.",
  },
  "cli/flag-value": {
    severity: "error",
    message: msg`The flag ${"flag"} takes ${"needed"}.`,
    help: "Write the value after the flag, as in --output sdk or --output=sdk.",
  },
  "cli/unknown-stage": {
    severity: "error",
    message: msg`There is no stage "${"stage"}"${"guess"}`,
    help: "The stages are document, ir, names, sources and losses.",
  },
  "cli/exclusive": {
    severity: "error",
    message: msg`${"one"} and ${"other"} exclude each other.`,
    help: "Watch while you work, all that there is; check in CI, or without --watch.",
  },
  "cli/unknown-project": {
    severity: "error",
    message: msg`There is no project "${"name"}"${"guess"}`,
    help: "Name projects as the config file does. One without a name is called by its output.",
  },
  "cli/one-project": {
    severity: "error",
    message: msg`There are several projects (${"names"}), and ${"what"} is of one alone.`,
    help: "Choose the project with --project.",
  },
  "cli/convert-output": {
    severity: "error",
    message: msg`The name ${"path"} does not tell in which format to write.`,
    help: "Name the file with .yaml, .yml or .json.",
  },
  "init/no-description": {
    severity: "error",
    message: msg`No description of an API was found here.`,
    help: "Name it: sdkwright init api.yaml, or a page, or a URL.",
  },
  "init/config-kept": {
    severity: "warning",
    message: msg`${"path"} is here already, and stays as it is: it was not given ${"given"}.`,
    help: "Change it by hand, or remove it and run sdkwright init again.",
  },
  "init/bad-manifest": {
    severity: "error",
    message: msg`${"path"} is no object in JSON with a member scripts that is one, too.`,
    help: "Correct it, and run sdkwright init again.",
  },
  "git/missing": {
    severity: "error",
    message: msg`There is no git here to ask what has changed.`,
    help: "Install git, or run without --affected.",
  },
  "git/no-repository": {
    severity: "error",
    message: msg`Git cannot tell what has changed: ${"reason"}.`,
    help: "Run in a working tree of git, or without --affected.",
  },
  "git/unknown-ref": {
    severity: "error",
    message: msg`Git knows no commit "${"ref"}".`,
    help: "Name a branch, a tag or a commit that is here; in CI fetch it first (actions/checkout has fetch-depth: 0).",
  },
  "config/not-found": {
    severity: "error",
    message: msg`There is no config file ${"path"}.`,
    help: "Check the path after --config; it is taken from the working directory.",
  },
  "config/unreadable": {
    severity: "error",
    message: msg`The config file ${"path"} cannot be read: ${"reason"}.`,
    help: "Make it readable, or name another one with --config.",
  },
  "config/several-files": {
    severity: "error",
    message: msg`There are several config files in one folder: ${"paths"}.`,
    help: "Keep one of them, or name one with --config.",
  },
  "config/other-name": {
    severity: "error",
    message: msg`No config file is found, and ${"path"} is none by its name.`,
    help: "Give it the extension .ts, .mts, .js, .mjs or .json, or name it with --config.",
  },
  "config/removed": {
    severity: "error",
    message: msg`The config file ${"path"} is gone.`,
    help: "Put it back, or one of another kind in its place: the next run takes it.",
  },
  "config/json-syntax": {
    severity: "error",
    message: msg`The config file ${"path"} is not JSON: ${"reason"}.`,
    help: "Correct the text there. Where comments are wanted, sdkwright.config.ts takes the same settings.",
  },
  "config/json-duplicate": {
    severity: "error",
    message: msg`The key "${"key"}" stands twice in one object of the config file ${"path"}.`,
    help: "Remove one of the two.",
  },
  "config/no-default": {
    severity: "error",
    message: msg`The config file ${"path"} has no default export.`,
    help: "Export the settings as default: export default defineConfig({ ... }).",
  },
  "config/failed": {
    severity: "error",
    message: msg`The config file ${"path"} could not be run: ${"reason"}.`,
    help: "It is a program: correct what it says there. What it imports must be found from where the file is.",
  },
  "config/not-an-object": {
    severity: "error",
    message: msg`${"where"} gives ${"value"} where an object of settings should be.`,
    help: "Give at least { input, output }; a script exports it as default.",
  },
  "config/unknown-key": {
    severity: "error",
    message: msg`${"where"} has "${"key"}", which is not a setting${"guess"}`,
    help: "The README lists the settings; the types of defineConfig and the JSON Schema of the config file know them, too.",
  },
  "config/wrong-value": {
    severity: "error",
    message: msg`${"where"} has ${"key"}: ${"value"}; it should be ${"expected"}.`,
    help: "Correct the value, or leave the setting out to have its default.",
  },
  "config/no-root": {
    severity: "error",
    message: msg`${"where"} has root: ${"value"}, and there is no such folder.`,
    help: "Correct the path, which is taken from the folder of the config file, or leave root out: it is that folder then.",
  },
  "config/same-name": {
    severity: "error",
    message: msg`Two projects are called "${"name"}".`,
    help: "Give each project a name of its own; --project chooses by it.",
  },
  "config/same-output": {
    severity: "error",
    message: msg`The projects "${"other"}" and "${"name"}" have one output, ${"path"}.`,
    help: "Give each project an output folder of its own; on many disks upper and lower case make no difference.",
  },
  "config/output-inside": {
    severity: "error",
    message: msg`The output of "${"name"}", ${"path"}, is inside the output of "${"other"}".`,
    help: "Put the output folders of projects beside each other: each holds the files of one project.",
  },
  "config/no-input": {
    severity: "error",
    message: msg`No input is given.`,
    help: "Name a file (sdkwright api.yaml -o sdk), or set input in the config file, which sdkwright init writes.",
  },
  "config/no-match": {
    severity: "error",
    message: msg`No file matches the input ${"path"}.`,
    help: "Check the pattern; it is taken from the working directory, in a config file from the folder of that file.",
  },
  "config/no-pages": {
    severity: "error",
    message: msg`The folder ${"path"} holds no HTML page.`,
    help: "A folder stands for the pages in it. Name other descriptions one by one, or by a glob.",
  },
  "config/no-output": {
    severity: "error",
    message: msg`No output folder is given.`,
    help: "Name it with --output, or set output in the config file, which sdkwright init writes.",
  },
  "config/unreadable-input": {
    severity: "error",
    message: msg`The input ${"path"} cannot be read: ${"reason"}.`,
    help: "Name a file that you may read.",
  },
  "config/remote-input": {
    severity: "error",
    message: msg`The input ${"url"} is neither a file nor a URL of http or https.`,
    help: "Name a file, or a URL that sdkwright pull can ask for.",
  },
} as const satisfies Record<string, Definition>;
