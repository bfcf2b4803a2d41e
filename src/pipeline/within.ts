import { dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { failureOf } from "./failure.js";
import type { Host } from "./host.js";

/** A file that a reference names, or the reason why it is not read. */
export type Found =
  | { readonly ok: true; readonly path: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: "ref/refused" | "ref/no-file"; readonly reason: string };

/**
 * Reads a file for a reference. Descriptions come from others, and whatever is read may end in an SDK: so nothing is
 * read but what stands in one of the folders `roots`, links followed, and nothing hidden.
 */
export function readWithin(address: string, reference: string, roots: readonly string[], host: Host): Found {
  const path = relativePath(address, reference);
  if (path === undefined) return refused("only a path from the file that refers to it means the same on every machine");
  try {
    const real = host.realpath(path);
    if (real === undefined) return missing("there is no such file");
    const reached = roots.filter((it) => dirname(it) !== it).map((it) => relative(host.realpath(it) ?? it, real));
    const inside = reached.find((it) => it !== ".." && !it.startsWith(`..${sep}`) && dirname(it) !== it);
    if (inside === undefined) return refused("it is outside of the folders that references may reach");
    if (inside.split(sep).some((it) => it.startsWith("."))) return refused("it is hidden");
    if (host.stat(real)?.kind !== "file") return missing("it is not a file");
    const bytes = host.readFile(path);
    return bytes === undefined ? missing("there is no such file") : { ok: true, path, bytes };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return missing(failure.reason);
  }
}

const refused = (reason: string): Found => ({ ok: false, code: "ref/refused", reason });
const missing = (reason: string): Found => ({ ok: false, code: "ref/no-file", reason });

/** The path of a file that is named from the place of another; undefined for absolute paths and what is no path at all. */
function relativePath(address: string, reference: string): string | undefined {
  if (/^\s*([/\\]|[a-z][a-z0-9+.-]*:)/i.test(reference)) return undefined;
  try {
    return fileURLToPath(address);
  } catch {
    // An encoded slash, or no file at all.
    return undefined;
  }
}
