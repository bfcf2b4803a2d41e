import { basename, dirname, join } from "node:path";
import type { Host } from "../pipeline/host.js";

/** The nearest config file: in a folder or in one above it. */
export const findConfig = (from: string, host: Host): string | undefined => findConfigs(from, host)[0];

/** All that are in the same folder as the nearest; the first is the one that counts. */
export const findConfigs = (from: string, host: Host): readonly string[] => nearest(names, from, host);

/** The nearest file that its author may well take for a config file that is found, and that is none. */
export const findMisnamed = (from: string, host: Host): string | undefined =>
  nearest(namesOf("cts", "cjs"), from, host)[0];

function nearest(all: readonly string[], from: string, host: Host): readonly string[] {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = all.map((it) => join(folder, it)).filter((it) => host.stat(it)?.kind === "file");
    if (found.length > 0 || folder === dirname(folder)) return found;
  }
}

const namesOf = (...extensions: readonly string[]): readonly string[] =>
  extensions.map((it) => `sdkwright.config.${it}`);
const names = namesOf("ts", "mts", "js", "mjs", "json");

/** Whether a config file is one that is found by itself, and not only named by hand. */
export const isFound = (file: string): boolean => names.includes(basename(file));
