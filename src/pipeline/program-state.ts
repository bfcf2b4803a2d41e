import { dirname, join } from "node:path";
import { packageRoot } from "./assets.js";
import type { Host } from "./host.js";

type Files = Pick<Host, "readFile" | "readdir" | "stat">;

/** A text for the state of the program that `module` belongs to: its version and build, its runtime files, and the versions of the libraries that decide what it emits. */
export function programState(host: Files, module: string): string {
  const root = packageRoot(host, module);
  const parts = [
    textOf(host.readFile(join(root, "package.json"))),
    // A build writes all of its files, so the time of one tells it from any other build.
    traceOf(module, host),
    ...tracesIn(join(root, "templates", "runtime"), host),
    ...libraries.map((it) => manifestOf(it, root, host)),
  ];
  return JSON.stringify([process.version, parts]);
}

const libraries = ["ts-morph", "yaml", "cheerio", "htmlparser2"];

function tracesIn(folder: string, host: Files): readonly string[] {
  return (host.readdir(folder) ?? []).flatMap(({ name, kind }) => {
    const path = join(folder, name);
    return kind === "folder" ? tracesIn(path, host) : [traceOf(path, host)];
  });
}

/** Size and time stand for the content: reading it all would cost more than a run with nothing to do may take. */
function traceOf(path: string, host: Files): string {
  const stat = host.stat(path);
  return stat === undefined ? path : `${path} ${stat.size} ${stat.mtimeMs}`;
}

/** Looked for as Node does: in each `node_modules` upwards. */
function manifestOf(library: string, folder: string, host: Files): string {
  const manifest = host.readFile(join(folder, "node_modules", library, "package.json"));
  if (manifest !== undefined) return textOf(manifest);
  return folder === dirname(folder) ? "" : manifestOf(library, dirname(folder), host);
}

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("utf8");
