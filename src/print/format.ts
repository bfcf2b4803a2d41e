import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Options } from "prettier";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { OutputFile } from "../emit/template.js";

type Prettier = typeof import("prettier");

/**
 * The files as the user's prettier sets them, with the configuration that holds for the output folder. Where prettier is
 * missing or fails, a diagnostic says so and the files are as they came.
 */
export async function formatted(
  files: readonly OutputFile[],
  { output }: { readonly output: string },
  diagnostics: Diagnostics,
): Promise<readonly OutputFile[]> {
  const prettier = await loadPrettier(output);
  if (prettier === undefined) {
    diagnostics.report("format/no-prettier", undefined, {});
    return files;
  }
  const done: OutputFile[] = [];
  for (const { path, text } of files) {
    try {
      done.push({ path, text: await prettier.format(text, await optionsFor(join(output, path), prettier)) });
    } catch (error) {
      // A broken configuration or plugin fails for each file alike: the first one tells it.
      diagnostics.report("format/failed", undefined, { path, reason: reasonOf(error) });
      return files;
    }
  }
  return done;
}

/** Prettier of the project that the output is in, else the one that stands beside sdkwright. */
async function loadPrettier(output: string): Promise<Prettier | undefined> {
  const near = resolvedFrom(output);
  try {
    // Prettier 3 by either way. `require.resolve` finds its CommonJS entry, whose exports Node gives as the default one alone.
    const loaded = (await import(near ?? "prettier")) as Prettier & { readonly default?: Prettier };
    return loaded.default ?? loaded;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function resolvedFrom(folder: string): string | undefined {
  try {
    return pathToFileURL(createRequire(join(folder, "index.js")).resolve("prettier")).href;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

const optionsFor = async (path: string, prettier: Prettier): Promise<Options> => ({
  ...(await prettier.resolveConfig(path, { editorconfig: true })),
  filepath: path,
});

const isNotFound = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND");

/** Prettier's messages may go on with a code frame; the first line tells what is wrong. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n", 1).join("").replace(/\.$/, "");
