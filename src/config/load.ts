import { dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { shownPath } from "../pipeline/paths.js";
import { absolute } from "./absolute.js";
import type { Settings } from "./config.js";
import { validate } from "./validate.js";

/**
 * The settings that a config file gives, with absolute paths; undefined where the file is at fault. With `anew` a program
 * is run again that this process has run before.
 */
export async function loadConfig(
  path: string,
  host: Host,
  diagnostics: Diagnostics,
  anew = false,
): Promise<Settings | undefined> {
  const where = shownPath(path, host);
  const bytes = host.stat(path)?.kind === "file" ? host.readFile(path) : undefined;
  if (bytes === undefined) {
    diagnostics.report("config/not-found", undefined, { path: where });
    return undefined;
  }
  const load = loaders[extname(path)] ?? (anew ? importTyped : importScript);
  const value = await evaluated(
    () => load(path, Buffer.from(bytes).toString("utf8"), host),
    (reason) => diagnostics.report("config/failed", undefined, { path: where, reason }),
  );
  const config = value && validate(value.value, where, diagnostics);
  return config && { root: dirname(path), home: dirname(path), ...absolute(config, dirname(path)) };
}

/** What a file exports or holds. It is the user's program: whatever it throws is theirs to see. */
async function evaluated(
  load: () => unknown,
  failed: (reason: string) => void,
): Promise<{ readonly value: unknown } | undefined> {
  try {
    return { value: await load() };
  } catch (error) {
    failed(error instanceof Error ? withoutStop(error.message) : String(error));
    return undefined;
  }
}

type Loader = (path: string, text: string, host: Host) => unknown;

const loaders: Readonly<Record<string, Loader>> = {
  ".json": (_, text) => JSON.parse(text),
  ".ts": importTyped,
  ".mts": importTyped,
};

async function importScript(path: string): Promise<unknown> {
  // A module's exports are whatever its author made them.
  const exports = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  return exports["default"];
}

/**
 * TypeScript, through jiti, which runs it and what it imports each time anew, unless it stands in `node_modules`. The host
 * is asked for each of these files, so that it knows of them. `sdkwright` is this very package there, also where the
 * config's folder has none installed.
 */
async function importTyped(path: string, _: string, host: Host): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const self = fileURLToPath(new URL(`../index${extname(import.meta.url)}`, import.meta.url));
  const options = { fsCache: false, alias: { sdkwright: self } };
  const plain = createJiti(import.meta.url, options);
  const seen = new Set<string>();
  const jiti = createJiti(import.meta.url, {
    ...options,
    transform: (it) => {
      if (it.filename !== undefined) note(it.filename, it.source, host, seen);
      return { code: plain.transform(it) };
    },
  });
  try {
    return await jiti.import(path, { default: true });
  } finally {
    for (const it of seen) delete jiti.cache[it];
  }
}

/** JSON is not transformed, so a program that imports some is asked which. */
function note(file: string, source: string, host: Host, seen: Set<string>): void {
  if (/[\\/]node_modules[\\/]/.test(file)) return;
  seen.add(file);
  host.readFile(file);
  for (const [, json = ""] of source.matchAll(/["'](\.{1,2}\/[^"'\n]*\.json)["']/g))
    host.readFile(join(dirname(file), json));
}

const withoutStop = (message: string): string => message.replace(/\.$/, "");
