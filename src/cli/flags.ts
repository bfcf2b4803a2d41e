/** A flag of the command line. Both the parser and `--help` go by these rows. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  /** What its value is called; absent for a switch. */
  readonly value?: string;
  /** May be given several times, or once with commas. */
  readonly list?: true;
  readonly verbs: readonly Verb[];
  readonly help: string;
}
export type Verb = "generate" | "inspect";
export const verbs: readonly Verb[] = ["generate", "inspect"];

const both = verbs;
const generate: readonly Verb[] = ["generate"];
const inspect: readonly Verb[] = ["inspect"];

export const flags: readonly Flag[] = [
  {
    name: "input",
    short: "i",
    value: "file",
    list: true,
    verbs: both,
    help: "An input; give it again to join several. The same as naming the file alone.",
  },
  { name: "output", short: "o", value: "dir", verbs: generate, help: "The folder for the SDK." },
  {
    name: "config",
    short: "c",
    value: "file",
    verbs: both,
    help: "The config file. Default: the nearest sdkwright.config.{ts,mts,js,mjs,json}, here or above.",
  },
  {
    name: "operations",
    value: "id,...",
    list: true,
    verbs: both,
    help: "Only these operations, and the types that they reach.",
  },
  {
    name: "tags",
    value: "tag,...",
    list: true,
    verbs: both,
    help: "Only operations with one of these tags, and the types that they reach.",
  },
  {
    name: "paths",
    value: "glob,...",
    list: true,
    verbs: both,
    help: "Only operations with such a path, as '/v1/**'. Here and above, '!x' takes x out.",
  },
  { name: "methods", value: "get,...", list: true, verbs: both, help: "Of these only the ones with such a method." },
  { name: "no-deprecated", verbs: both, help: "No deprecated operations." },
  { name: "no-internal", verbs: both, help: "No operations that are marked with x-internal." },
  { name: "check", verbs: generate, help: "Write nothing; fail when the output is not what the inputs give." },
  { name: "strict", verbs: generate, help: "Warnings are errors." },
  { name: "force", verbs: generate, help: "Replace files that sdkwright did not write where they stand in the way." },
  { name: "stage", value: "stage", verbs: inspect, help: "What to show: document, ir (default) or names." },
  { name: "json", verbs: both, help: "Print one JSON object, with every diagnostic." },
  { name: "quiet", short: "q", verbs: both, help: "Print errors only." },
  { name: "no-color", verbs: both, help: "No colours. They are off without a terminal and with NO_COLOR, too." },
  { name: "help", short: "h", verbs: both, help: "Show this text." },
  { name: "version", short: "v", verbs: both, help: "Show the version." },
];
