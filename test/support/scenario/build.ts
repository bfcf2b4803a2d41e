import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile, project, type Project } from "../compile.js";
import type { Sdk } from "../sdk.js";
import type { Scenario } from "./scenario.js";
import { usageModules } from "./usage.js";

/** The SDKs of many scenarios, compiled in one run, each in a folder of its own. */
export interface Built {
  /** A line each, which starts with the name of the scenario. */
  readonly errors: readonly string[];
  urlOf(scenario: Scenario): string;
  remove(): void;
}

/**
 * The runtime is the same text in every SDK, so it is there once, in a folder that counts as part of each: compiling it a
 * hundred times would take most of the time.
 */
export async function build(sdks: ReadonlyMap<Scenario, Sdk>): Promise<Built> {
  const names = [...sdks.keys()].map((it) => it.name);
  const files = [...sdks].flatMap(([scenario, sdk]) =>
    Object.entries({ ...sdk.files, ...usageModules(scenario, sdk) }).map(([path, text]) => [`${folderOf(path, scenario)}/${path}`, text]),
  );
  const made = project(Object.fromEntries(files), [SHARED, ...names]);
  const errors = await compile(made, "emit");
  for (const name of names) linkRuntime(made, name);
  return { errors, urlOf: ({ name }) => pathToFileURL(join(made.built, name)).href, remove: () => made.remove() };
}

const SHARED = "shared";
const folderOf = (path: string, { name }: Scenario): string => (path.startsWith("runtime/") ? SHARED : name);

/** Node takes no two folders for one, but follows a link. */
function linkRuntime({ built }: Project, name: string): void {
  mkdirSync(join(built, name), { recursive: true });
  symlinkSync(join(built, SHARED, "runtime"), join(built, name, "runtime"), "dir");
}
