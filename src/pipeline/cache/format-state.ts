import { dirname, join } from "node:path";
import type { Host } from "../host.js";

/**
 * What prettier goes by for an output folder: its version and each configuration file that it may take. Undefined where
 * that cannot be known by looking: a configuration that is a program, that names another one, or that brings plugins.
 */
export function formatState(output: string, host: Host): string | undefined {
  const found = foundFor(output, host);
  if (found.some((it) => programOf(it) !== undefined || it.text.includes("plugins"))) return undefined;
  const parts = found.map(({ path, text }) => [path, path.endsWith("package.json") ? settingsIn(text) : text]);
  return parts.some(([, settings]) => settings === undefined)
    ? undefined
    : JSON.stringify([prettierVersion(output, host), parts]);
}

/** The configuration files themselves; a `package.json` only where it has something for prettier. */
export const formatFiles = (output: string, host: Host): readonly ConfigFile[] =>
  foundFor(output, host).filter(hasSettings);

/** Whether a file that prettier finds has something for it. */
export const hasSettings = ({ path, text }: ConfigFile): boolean =>
  !path.endsWith("package.json") || settingsIn(text) !== "null";

interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

const foundFor = (output: string, host: Host): readonly ConfigFile[] =>
  formatPlaces(output).flatMap((path) => {
    const text = textOf(path, host);
    return text === undefined ? [] : [{ path, text }];
  });

/** Where prettier looks for its configuration, whether there is a file or not. */
export const formatPlaces = (output: string): readonly string[] =>
  foldersUp(output).flatMap((folder) => configFiles.map((name) => join(folder, name)));

/** https://prettier.io/docs/configuration: the files that are looked for, in each folder upwards. */
const scripts = ["js", "ts", "mjs", "mts", "cjs", "cts"];
const configFiles = [
  ".editorconfig",
  "package.json",
  "package.yaml",
  ".prettierrc",
  ...["json", "yaml", "yml", "json5", "toml", ...scripts].map((it) => `.prettierrc.${it}`),
  ...scripts.map((it) => `prettier.config.${it}`),
  "prettier.config.toml",
];
const isProgram = (path: string): boolean => scripts.some((it) => path.endsWith(`.${it}`));

/** A configuration as a program, where it is one or names one: https://prettier.io/docs/sharing-configurations */
export function programOf({ path, text }: ConfigFile): string | undefined {
  if (isProgram(path)) return text;
  const shared = path.endsWith("package.json") ? keyOf(text) : /^\s*["']?([^\s"':{}=[\]]+)["']?\s*$/.exec(text)?.[1];
  return typeof shared === "string" ? `import ${JSON.stringify(shared)};` : undefined;
}

/** Only this key of a `package.json` counts. */
const settingsIn = (text: string): string | undefined => JSON.stringify(keyOf(text));

function keyOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { readonly prettier?: unknown }).prettier ?? null;
  } catch {
    return undefined;
  }
}

const prettierVersion = (output: string, host: Host): string | undefined =>
  foldersUp(output)
    .map((it) => textOf(join(it, "node_modules/prettier/package.json"), host))
    .find((it) => it !== undefined);

function foldersUp(folder: string): readonly string[] {
  const up = dirname(folder);
  return up === folder ? [folder] : [folder, ...foldersUp(up)];
}

const textOf = (path: string, host: Host): string | undefined =>
  host.stat(path)?.kind === "file" ? Buffer.from(host.readFile(path) ?? []).toString("utf8") : undefined;
