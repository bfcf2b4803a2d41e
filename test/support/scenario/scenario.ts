import type { SdkOptions } from "../sdk.js";
import { segments, type Segment } from "./markdown.js";
import { completed } from "./spec.js";

/** One scenario: what goes in, and what must come out. */
export interface Scenario {
  /** Such as `schemas/tuple`: its path below `test/scenarios`, without `.md`. */
  readonly name: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Files beside the inputs, which these refer to. */
  readonly files: Readonly<Record<string, string>>;
  readonly options: SdkOptions;
  readonly expected: readonly Expectation[];
  readonly segments: readonly Segment[];
}

/** What a block of a scenario says of the outcome; `at` is its place among the segments. */
export type Expectation = { readonly at: number; readonly text: string } & (
  | { readonly kind: "snippet"; readonly address: Address }
  | { readonly kind: "diagnostics" }
  | { readonly kind: "files" }
  | { readonly kind: "usage" }
  | { readonly kind: "requests" }
);

/** A whole file, or declarations; where only these are named, whatever file they stand in. */
export interface Address {
  readonly file?: string;
  readonly names: readonly string[];
}

export function parseScenario(name: string, markdown: string): Scenario {
  const all = segments(markdown);
  const blocks = all.flatMap((it, at) => (it.kind === "block" ? [{ ...it, at, words: it.info.split(/\s+/) }] : []));
  const sources = blocks.filter(({ words: [language = "", path] }) => INPUTS.has(language) && path !== "options");
  const inputs = sources.flatMap(({ words: [language = "", path], text }) =>
    path === "file" ? [] : [[path ?? `openapi.${language}`, completed(language, text)] as const],
  );
  const files = sources.flatMap(({ words: [, word, path = ""], text }) =>
    word === "file" ? [[path, `${text}\n`] as const] : [],
  );
  const options = blocks.find((it) => it.info === "json options");
  return {
    name,
    title: /^# (.*)$/m.exec(markdown)?.[1] ?? name,
    inputs: Object.fromEntries(inputs),
    files: Object.fromEntries(files),
    // Written for this harness by the authors of the scenarios, who see at once what a wrong key does not do.
    options: options === undefined ? {} : (JSON.parse(options.text) as SdkOptions),
    expected: blocks.flatMap(({ at, words, text }) => expectation(words, at, text) ?? []),
    segments: all,
  };
}

const INPUTS = new Set(["yaml", "json", "html"]);

function expectation([language = "", ...rest]: readonly string[], at: number, text: string): Expectation | undefined {
  if (language === "ts" && rest[0] === "usage") return { kind: "usage", at, text };
  if (language === "ts") return { kind: "snippet", address: addressOf(rest), at, text };
  if (language === "http") return { kind: "requests", at, text };
  if (language === "diagnostics" || language === "files") return { kind: language, at, text };
  return undefined;
}

function addressOf(words: readonly string[]): Address {
  const [first = ""] = words;
  return first.endsWith(".ts") ? { file: first, names: words.slice(1) } : { names: words };
}
