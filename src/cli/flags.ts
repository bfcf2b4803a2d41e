/** A flag of the command line. Both the parser and `--help` go by these rows. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  /** What its value is called; absent for a switch. */
  readonly value?: string;
  /** May be given without its value. */
  readonly optional?: true;
  /** May be given several times, or once with commas. */
  readonly list?: true;
  readonly verbs: readonly Verb[];
  readonly help: string;
}
export type Verb = "generate" | "inspect" | "convert" | "pull" | "inputs" | "init";
export const verbs: readonly Verb[] = ["generate", "inspect", "convert", "pull", "inputs", "init"];

const all = verbs;
/** Those that read a config file and what it names. */
const reading: readonly Verb[] = ["generate", "inspect", "convert", "pull", "inputs"];
const chosen: readonly Verb[] = ["generate", "inspect"];
const written: readonly Verb[] = ["generate", "convert"];
const placed: readonly Verb[] = [...written, "init"];
const inspect: readonly Verb[] = ["inspect"];

export const flags: readonly Flag[] = [
  {
    name: "input",
    short: "i",
    value: "file",
    list: true,
    verbs: all,
    help: "An input; give it again to join several. The same as naming the file alone.",
  },
  {
    name: "overlay",
    value: "file",
    list: true,
    verbs: reading,
    help: "An OpenAPI overlay for the inputs; give it again for several, in their order.",
  },
  {
    name: "output",
    short: "o",
    value: "path",
    verbs: placed,
    help: "The folder for the SDK; of convert the file to write.",
  },
  {
    name: "config",
    short: "c",
    value: "file",
    verbs: reading,
    help: "The config file. Default: the nearest sdkwright.config.{ts,mts,js,mjs,json}, here or above.",
  },
  {
    name: "project",
    short: "p",
    value: "name,...",
    list: true,
    verbs: reading,
    help: "Only these projects of the config file. Default: all of them.",
  },
  {
    name: "operations",
    value: "id,...",
    list: true,
    verbs: chosen,
    help: "Only these operations, and the types that they reach.",
  },
  {
    name: "tags",
    value: "tag,...",
    list: true,
    verbs: chosen,
    help: "Only operations with one of these tags, and the types that they reach.",
  },
  {
    name: "paths",
    value: "glob,...",
    list: true,
    verbs: chosen,
    help: "Only operations with such a path, as '/v1/**'. Here and above, '!x' takes x out.",
  },
  { name: "methods", value: "get,...", list: true, verbs: chosen, help: "Of these only the ones with such a method." },
  { name: "no-deprecated", verbs: chosen, help: "No deprecated operations." },
  { name: "no-internal", verbs: chosen, help: "No operations that are marked with x-internal." },
  { name: "check", verbs: written, help: "Write nothing; fail when the output is not what the inputs give." },
  {
    name: "watch",
    short: "w",
    verbs: ["generate"],
    help: "Stay, and run again whenever the config or anything that is read changes. Ctrl+C ends it.",
  },
  {
    name: "affected",
    value: "ref",
    optional: true,
    verbs: ["generate"],
    help: "Only projects with an input that changed since a git ref; default: the main branch.",
  },
  { name: "strict", verbs: reading, help: "Warnings are errors." },
  { name: "force", verbs: written, help: "Replace files that sdkwright did not write where they stand in the way." },
  {
    name: "accept-renames",
    verbs: ["generate"],
    help: "Take the names of now into sdkwright.lock; with --watch in the first run alone.",
  },
  {
    name: "stage",
    value: "stage",
    verbs: inspect,
    help: "What to show: document, ir (default), names, sources or losses.",
  },
  { name: "sources", verbs: inspect, help: "Show where each fact came from; the same as --stage sources." },
  { name: "losses", verbs: inspect, help: "Show what was widened or dropped; the same as --stage losses." },
  {
    name: "json",
    verbs: all,
    help: "Print one JSON object, with every diagnostic; with --watch one a run, each on a line.",
  },
  { name: "quiet", short: "q", verbs: all, help: "Print errors only." },
  { name: "no-color", verbs: all, help: "No colours. They are off without a terminal and with NO_COLOR, too." },
  { name: "help", short: "h", verbs: all, help: "Show this text." },
  { name: "version", short: "v", verbs: all, help: "Show the version." },
];
