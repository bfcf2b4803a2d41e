import { dirname, extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import { shownPath } from "../pipeline/paths.js";
import { absolute } from "./absolute.js";
import type { Settings } from "./config.js";
import { validate } from "./validate.js";

/** The settings that a config file gives, with absolute paths; undefined where the file is at fault. */
export async function loadConfig(path: string, host: Host, diagnostics: Diagnostics): Promise<Settings | undefined> {
  const where = shownPath(path, host);
  const bytes = host.stat(path)?.kind === "file" ? host.readFile(path) : undefined;
  if (bytes === undefined) {
    diagnostics.report("config/not-found", undefined, { path: where });
    return undefined;
  }
  const value = await evaluated(path, Buffer.from(bytes).toString("utf8"), (reason) =>
    diagnostics.report("config/failed", undefined, { path: where, reason }),
  );
  const config = value && validate(value.value, where, diagnostics);
  return config && { root: dirname(path), home: dirname(path), ...absolute(config, dirname(path)) };
}

/** What a file exports or holds. It is the user's program: whatever it throws is theirs to see. */
async function evaluated(
  path: string,
  text: string,
  failed: (reason: string) => void,
): Promise<{ readonly value: unknown } | undefined> {
  try {
    return { value: await (loaders[extname(path)] ?? importScript)(path, text) };
  } catch (error) {
    failed(error instanceof Error ? withoutStop(error.message) : String(error));
    return undefined;
  }
}

type Loader = (path: string, text: string) => unknown;

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

/** TypeScript, through jiti. `sdkwright` is this very package there, also where the config's folder has none installed. */
async function importTyped(path: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const self = fileURLToPath(new URL(`../index${extname(import.meta.url)}`, import.meta.url));
  const jiti = createJiti(import.meta.url, { fsCache: false, alias: { sdkwright: self } });
  return jiti.import(path, { default: true });
}

const withoutStop = (message: string): string => message.replace(/\.$/, "");
