import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { packageRoot } from "./assets.js";
import type { Host } from "./host.js";

type Files = Pick<Host, "readFile" | "readdir" | "stat">;

/** One word for the state of the program that `module` belongs to: its files, and the versions of the libraries that decide what it emits. */
export function programState(host: Files, module: string): string {
  const root = packageRoot(host, module);
  const code = dirname(dirname(dirname(module)));
  const folders = [join(code, "src"), join(code, "templates"), join(root, "templates", "runtime")];
  const parts = [...folders.flatMap((it) => tracesIn(it, host)), ...libraries.map((it) => manifestOf(it, root, host))];
  return createHash("sha256")
    .update(JSON.stringify([process.version, parts]))
    .digest("hex");
}

const libraries = ["ts-morph", "yaml", "cheerio"];

/** Size and time stand for the content: reading it all would cost more than a run with nothing to do may take. */
function tracesIn(folder: string, host: Files): readonly string[] {
  return (host.readdir(folder) ?? []).flatMap(({ name, kind }) => {
    const path = join(folder, name);
    if (kind === "folder") return tracesIn(path, host);
    const stat = /\.[jt]s$/.test(name) && !name.endsWith(".d.ts") ? host.stat(path) : undefined;
    return stat === undefined ? [] : [`${path} ${stat.size} ${stat.mtimeMs}`];
  });
}

/** Looked for as Node does: in each `node_modules` upwards. */
function manifestOf(library: string, folder: string, host: Files): string {
  const manifest = host.readFile(join(folder, "node_modules", library, "package.json"));
  if (manifest !== undefined) return Buffer.from(manifest).toString("utf8");
  return folder === dirname(folder) ? "" : manifestOf(library, dirname(folder), host);
}
