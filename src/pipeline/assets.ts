import { dirname, join } from "node:path";
import type { Asset, Host } from "./host.js";

type Files = Pick<Host, "readFile" | "readdir" | "stat">;

/** The TypeScript files below `folder` of the package that `module` belongs to: in the source tree, in `dist` or installed. */
export function assetsOf(host: Files, module: string, folder: string): readonly Asset[] {
  return walk(host, join(packageRoot(host, module), folder), "");
}

/** The folder of the nearest `package.json` above a file. `dist` has none of its own, so this is our package wherever it runs. */
export function packageRoot(host: Files, file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (host.stat(join(folder, "package.json")) !== undefined) return folder;
    if (folder === dirname(folder)) throw new Error(`No package.json above ${file}.`);
  }
}

/** The version of the package that `module` belongs to. */
export function versionOf(host: Files, module: string): string {
  // Our own package.json: npm refuses one without a version.
  const { version } = JSON.parse(textOf(host, join(packageRoot(host, module), "package.json"))) as {
    readonly version: string;
  };
  return version;
}

function walk(host: Files, folder: string, prefix: string): readonly Asset[] {
  return (host.readdir(folder) ?? []).flatMap(({ name, kind }) => {
    const path = join(folder, name);
    if (kind === "folder") return walk(host, path, `${prefix}${name}/`);
    return name.endsWith(".ts") ? [{ path: prefix + name, text: textOf(host, path) }] : [];
  });
}

const textOf = (host: Files, path: string): string => Buffer.from(host.readFile(path) ?? []).toString("utf8");
