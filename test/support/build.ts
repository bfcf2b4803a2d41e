import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile, project, type Project } from "./compile.js";
import type { Sdk } from "./sdk.js";

/** Many SDKs, compiled in one run, each in a folder of its own. */
export interface Built {
  /** A line each, which starts with the name of the SDK. */
  readonly errors: readonly string[];
  urlOf(name: string): string;
  remove(): void;
}

/**
 * The runtime is the same text in every SDK, so it is there once, in a folder that counts as part of each: compiling it a
 * hundred times would take most of the time.
 */
export async function build(sdks: ReadonlyMap<string, Sdk["files"]>): Promise<Built> {
  const names = [...sdks.keys()];
  const files = [...sdks].flatMap(([name, sdk]) =>
    Object.entries(sdk).map(
      ([path, text]) => [`${path.startsWith("runtime/") ? SHARED : name}/${path}`, text] as const,
    ),
  );
  const made = project(Object.fromEntries(files), [SHARED, ...names]);
  const errors = await compile(made, "emit");
  for (const name of names) linkRuntime(made, name);
  return { errors, urlOf: (name) => pathToFileURL(join(made.built, name)).href, remove: () => made.remove() };
}

const SHARED = "shared";

/** Node takes no two folders for one, but follows a link. */
function linkRuntime({ built }: Project, name: string): void {
  mkdirSync(join(built, name), { recursive: true });
  symlinkSync(join(built, SHARED, "runtime"), join(built, name, "runtime"), "dir");
}
