import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/sdkwright-tools/", import.meta.url));

/** Packages of others, installed outside of the project: their folder, and a `require` that finds them. */
export interface Tools {
  readonly folder: string;
  readonly require: NodeJS.Require;
  /** The absolute path of a command in `node_modules/.bin`. */
  readonly bin: (name: string) => string;
}

/**
 * Installs npm packages that only a slow suite needs, once for each set of pinned versions, into an ignored cache.
 * `packages` is a name to an exact version, as in `dependencies`. A half finished installation is never seen: the folder appears whole.
 */
export async function tools(packages: Readonly<Record<string, string>>): Promise<Tools> {
  const manifest = JSON.stringify({ private: true, dependencies: packages });
  const folder = path.join(CACHE, createHash("sha256").update(manifest).digest("hex").slice(0, 16));
  if (!(await exists(folder))) await install(manifest, folder);
  return {
    folder,
    require: createRequire(path.join(folder, "package.json")),
    bin: (name) => path.join(folder, "node_modules", ".bin", name),
  };
}

async function install(manifest: string, folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(path.join(CACHE, "draft-"));
  await writeFile(path.join(draft, "package.json"), manifest);
  await promisify(execFile)("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: draft,
    // Tools that set themselves up where they are installed, such as hooks in the git repository, leave that out in CI.
    env: { ...process.env, CI: "true" },
  });
  try {
    await rename(draft, folder);
  } catch (error) {
    // Another process may have been first: its folder holds the same.
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
