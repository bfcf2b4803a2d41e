import { dirname, join, sep } from "node:path";
import type { Host } from "../../pipeline/host.js";

/**
 * What `name`, `@scope/name/part` or `#part` may stand for in a file, without regard to conditions: paths, not all of which need be
 * there, and the `package.json` that says so. None for a package that is installed and not linked: what is installed a lock file tells.
 */
export function filesNamed(specifier: string, file: string, host: Host): readonly string[] {
  const [, name = "", rest = ""] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(specifier) ?? [];
  const isOwn = specifier.startsWith("#");
  const folder = isOwn ? ownPackage(dirname(file), host) : linkedPackage(name, dirname(file), host);
  if (folder === undefined) return [];
  const path = join(folder, "package.json");
  const { imports, exports, module, main } = manifestAt(path, host);
  const named = isOwn
    ? targetsOf(imports, specifier)
    : exports !== undefined
      ? targetsOf(exports, `.${rest}`)
      : rest === ""
        ? [module, main, "index"].flatMap(textsIn)
        : [`.${rest}`];
  return [path, ...named.map((it) => join(folder, it))];
}

/** The package that a folder is in. */
function ownPackage(folder: string, host: Host): string | undefined {
  if (host.stat(join(folder, "package.json"))?.kind === "file") return folder;
  return folder === dirname(folder) ? undefined : ownPackage(dirname(folder), host);
}

/** Where a package of the same workspace really is: its like is a link in `node_modules`. */
function linkedPackage(name: string, from: string, host: Host): string | undefined {
  const found = join(from, "node_modules", name);
  if (host.stat(found)?.kind !== "folder")
    return from === dirname(from) ? undefined : linkedPackage(name, dirname(from), host);
  const real = host.realpath(found);
  return real?.split(sep).includes("node_modules") === true ? undefined : real;
}

interface Manifest {
  readonly imports?: unknown;
  readonly exports?: unknown;
  readonly module?: unknown;
  readonly main?: unknown;
}

function manifestAt(path: string, host: Host): Manifest {
  try {
    // Whatever stands there is looked at as unknown.
    return { ...(JSON.parse(Buffer.from(host.readFile(path) ?? []).toString("utf8")) as Manifest | null) };
  } catch {
    return {};
  }
}

/** https://nodejs.org/api/packages.html#subpath-exports and #subpath-imports */
function targetsOf(entries: unknown, subpath: string): readonly string[] {
  const named = typeof entries === "object" && entries !== null ? Object.entries(entries) : [];
  if (!named.some(([key]) => /^[.#]/.test(key))) return subpath === "." ? textsIn(entries) : [];
  return named.flatMap(([key, value]) => {
    const [start = "", end] = key.split("*");
    if (end === undefined) return key === subpath ? textsIn(value) : [];
    const isMatch = subpath.length > start.length + end.length && subpath.startsWith(start) && subpath.endsWith(end);
    const part = subpath.slice(start.length, subpath.length - end.length);
    return isMatch ? textsIn(value).map((it) => it.replaceAll("*", () => part)) : [];
  });
}

/** The texts in lists and objects at any depth, which stand for alternatives and conditions. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];
