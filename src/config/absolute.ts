import { resolve } from "node:path";
import type { ProjectConfig } from "./config.js";

/** The same settings with each path absolute, taken from `base`. */
export function absolute(config: ProjectConfig, base: string): ProjectConfig {
  const { input, overlays, output, root } = config;
  return {
    ...config,
    ...(input !== undefined && { input: listOf(input).map((it) => absoluteInput(it, base)) }),
    ...(overlays !== undefined && { overlays: overlays.map((it) => resolve(base, it)) }),
    ...(output !== undefined && { output: resolve(base, output) }),
    ...(root !== undefined && { root: resolve(base, root) }),
  };
}

/** `!` before an input takes it out of the others. */
function absoluteInput(input: string, base: string): string {
  // In one spelling, as it stands in the lock.
  if (isUrl(input)) return URL.canParse(input) ? new URL(input).href : input;
  return input.startsWith("!") ? `!${resolve(base, input.slice(1))}` : resolve(base, input);
}

export const listOf = (input: string | readonly string[]): readonly string[] =>
  typeof input === "string" ? [input] : input;

/** A scheme has two letters or more, so `C:\api.yaml` is a path. */
export const isUrl = (input: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(input);
