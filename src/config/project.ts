import { relative } from "node:path";
import { listOf } from "./absolute.js";
import type { Settings } from "./config.js";

/** What becomes one SDK. */
export interface Project {
  /** No other project of the config has it. */
  readonly name: string;
  readonly settings: Settings;
}

/** What a config comes to. */
export interface Projects {
  readonly all: readonly Project[];
  /** Whether it has a list of projects, be it of one. */
  readonly several: boolean;
  /** The settings that all of them have. */
  readonly shared: Settings;
}

/** What is not named is called by its output, from the folder of the config; without one by what it reads. */
export function nameOf({ name, output, input = [], home }: Settings): string {
  const called = name ?? (output === undefined ? listOf(input)[0] : relative(home, output) || ".");
  return called?.replaceAll("\\", "/") ?? "sdk";
}
