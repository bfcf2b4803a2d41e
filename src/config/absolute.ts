import { resolve } from "node:path";
import type { Config } from "./config.js";

/** The same settings with each path absolute, taken from `base`. */
export function absolute(config: Config, base: string): Config {
  const { input, output } = config;
  return {
    ...config,
    ...(input !== undefined && { input: listOf(input).map((it) => (isUrl(it) ? it : resolve(base, it))) }),
    ...(output !== undefined && { output: resolve(base, output) }),
  };
}

export const listOf = (input: string | readonly string[]): readonly string[] =>
  typeof input === "string" ? [input] : input;

/** A scheme has two letters or more, so `C:\api.yaml` is a path. */
export const isUrl = (input: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(input);
