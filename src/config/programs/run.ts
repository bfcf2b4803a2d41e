import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { cacheFolder } from "../../pipeline/cache/folder.js";
import type { Host } from "../../pipeline/host.js";

/** Gives what a program exports as default, or what that gives where it is a function; throws where there is none, and what it throws. */
export type RunProgram = (path: string, host: Host) => Promise<unknown>;

/** Runs a program in this process, which runs it once however often it is asked. */
export async function runProgram(path: string, host?: Host): Promise<unknown> {
  const exported = await (extname(path) === ".mjs" ? importScript(path) : importAny(path, host));
  return typeof exported === "function" ? (exported() as unknown) : exported;
}

async function importScript(path: string): Promise<unknown> {
  // A module's exports are whatever its author made them.
  const exports = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  if (!Object.hasOwn(exports, "default")) throw new NoDefault();
  return exports["default"];
}

/**
 * TypeScript, and JavaScript of either kind whatever `package.json` says, through jiti. `sdkwright` is this very package there, also
 * where the config's folder has none installed.
 */
async function importAny(path: string, host: Host | undefined): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const self = fileURLToPath(new URL(`../../index${extname(import.meta.url)}`, import.meta.url));
  // What a text became is kept by the hash of its text: to make it anew takes longer than a run that has nothing to do.
  const cache = host && cacheFolder(host);
  const fsCache = cache === undefined ? false : join(cache, "config");
  const jiti = createJiti(import.meta.url, { fsCache, alias: { sdkwright: self } });
  const exports: unknown = await jiti.import(path);
  if (!hasDefault(exports)) throw new NoDefault();
  return jiti.import(path, { default: true });
}

/** `module.exports` of CommonJS stands for a default, but where nothing was given to it. */
function hasDefault(exports: unknown): boolean {
  if (typeof exports !== "object" || exports === null) return true;
  // An ES module that became CommonJS says so.
  return Object.hasOwn(exports, "__esModule") ? Object.hasOwn(exports, "default") : Object.keys(exports).length > 0;
}

/** A program that exports nothing as default. */
export class NoDefault extends Error {}
