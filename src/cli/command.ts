import { parseArgs } from "node:util";
import type { ProjectConfig } from "../config/config.js";
import { rules } from "../config/rules.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { nearest } from "../diagnostics/nearest.js";
import { flags, verbs, type Flag, type Verb } from "./flags.js";

/** What the user asked for. */
export interface Command {
  readonly verb: Verb;
  /** The switches that are on, such as `check`. */
  readonly switches: ReadonlySet<string>;
  /** The settings that flags give; they win over those of a config file. Paths are as typed. */
  readonly settings: ProjectConfig;
  readonly config?: string;
  /** The names of the projects; none for all of them. */
  readonly projects: readonly string[];
  readonly stage?: string;
  /** The git ref since which inputs have to have changed; empty for the usual one. Absent where that does not matter. */
  readonly affected?: string;
}

/** Reads the arguments. What is wrong with them is in the diagnostics; the command has the rest. */
export function commandOf(args: readonly string[], diagnostics: Diagnostics): Command {
  const tokens = tokensOf(args);
  const positionals = tokens.flatMap((it) => (it.kind === "positional" ? [it.value] : []));
  const verb = verbs.find((it) => it === positionals[0]);
  if (verb === undefined) reportUnknownVerb(positionals[0], diagnostics);
  const given = tokens.flatMap((it) => (it.kind === "option" ? valuesOf(it, verb ?? "generate", diagnostics) : []));
  const all = (name: string): readonly string[] => given.filter((it) => it.name === name).map((it) => it.value);
  return {
    verb: verb ?? "generate",
    switches: new Set(given.filter((it) => flagNamed(it.name)?.value === undefined).map((it) => it.name)),
    settings: settingsOf([...positionals.slice(verb === undefined ? 0 : 1), ...all("input")], all),
    ...one("config", all),
    projects: all("project"),
    ...one("stage", all),
    ...one("affected", all),
  };
}

type Values = (name: string) => readonly string[];
type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];
type OptionToken = Extract<Token, { readonly kind: "option" }>;

/** In `-o --json` the value was forgotten: `--json` is a flag of its own and not the name of a folder. */
function tokensOf(args: readonly string[]): readonly Token[] {
  const { tokens } = parseArgs({ args: [...args], options: parserOptions, strict: false, tokens: true });
  const at = tokens.findIndex((it) => it.kind === "option" && it.inlineValue === false && /^-./.test(it.value));
  const bare = tokens[at];
  if (bare?.kind !== "option" || bare.value === undefined) return tokens;
  return [...tokens.slice(0, at), { ...bare, value: "" }, ...tokensOf(args.slice(bare.index + 1))];
}

const parserOptions = Object.fromEntries(
  flags.map(({ name, short, value }) => [
    name,
    {
      type: value === undefined ? ("boolean" as const) : ("string" as const),
      multiple: true,
      ...(short !== undefined && { short }),
    },
  ]),
);

function valuesOf(
  token: OptionToken,
  verb: Verb,
  diagnostics: Diagnostics,
): readonly { readonly name: string; readonly value: string }[] {
  const flag = flagNamed(token.name);
  if (!flag?.verbs.includes(verb)) {
    diagnostics.report("cli/unknown-flag", undefined, { flag: token.rawName, verb, guess: guess(token.name, verb) });
    return [];
  }
  const { rawName, value = "", inlineValue } = token;
  if (flag.value !== undefined ? value === "" && flag.optional !== true : inlineValue === true) {
    const needed = flag.value === undefined ? "no value" : `a value, <${flag.value}>`;
    diagnostics.report("cli/flag-value", undefined, { flag: rawName, needed });
    return [];
  }
  return valueParts(flag, value).map((it) => ({ name: flag.name, value: it }));
}

/** File names may hold commas; ids and tags are given as lists more often than not. */
const valueParts = (flag: Flag, value: string): readonly string[] =>
  flag.list && flag.value !== "file"
    ? value
        .split(",")
        .map((it) => it.trim())
        .filter((it) => it !== "")
    : [value];

function settingsOf(input: readonly string[], all: Values): ProjectConfig {
  return {
    ...(input.length > 0 && { input }),
    ...overlays(all("overlay")),
    ...one("output", all),
    ...list("operations", all),
    ...list("tags", all),
    ...list("paths", all),
    ...list("methods", all),
    ...(all("no-deprecated").length > 0 && { deprecated: false }),
    ...(all("no-internal").length > 0 && { internal: false }),
    ...(all("strict").length > 0 && { strict: true }),
  };
}

const overlays = (given: readonly string[]): ProjectConfig => (given.length > 0 ? { overlays: given } : {});

function list<K extends string>(name: K, all: Values): { readonly [P in K]?: readonly string[] } {
  const values = all(name);
  // An object with the one key, or without it.
  return (values.length === 0 ? {} : { [name]: values }) as { readonly [P in K]?: readonly string[] };
}

function one<K extends string>(name: K, all: Values): { readonly [P in K]?: string } {
  const value = all(name).at(-1);
  // An object with the one key, or without it.
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: string };
}

const flagNamed = (name: string): Flag | undefined => flags.find((it) => it.name === name);

function guess(name: string, verb: Verb): string {
  const setting = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  if (Object.hasOwn(rules, setting)) return `; ${setting} is a setting of the config file.`;
  const near = nearest(
    name,
    flags.filter((it) => it.verbs.includes(verb)).map((it) => it.name),
  );
  return near === undefined ? "." : `; did you mean --${near}?`;
}

/** A word that is no file name, near to a verb, is a slip; anything else is an input. */
function reportUnknownVerb(word: string | undefined, diagnostics: Diagnostics): void {
  const near = word !== undefined && /^[a-z]+$/i.test(word) ? nearest(word, verbs) : undefined;
  if (word !== undefined && near !== undefined) diagnostics.report("cli/unknown-verb", undefined, { word, near });
}
