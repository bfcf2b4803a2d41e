import { dirname, relative, sep } from "node:path";
import { failureOf } from "./failure.js";
import type { Host } from "./host.js";
import { wayInto } from "./paths.js";
import type { Reading } from "./reading.js";
import { isRemote } from "./remote/remote.js";

/** A file that an input names, or the reason why it is not read. */
export type Found =
  | { readonly ok: true; readonly path: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly kind: "refused" | "missing"; readonly reason: string };

/** The folders whose files inputs may name: that of the project, and those of the inputs themselves. */
export function rootsOf({ root, inputs }: Pick<Reading, "root" | "inputs">, host: Host): readonly string[] {
  const local = inputs.filter((it) => !isRemote(it));
  const named = [root, ...local.map((it) => dirname(it))];
  return [...named, ...local.flatMap((it) => behind(it, named, host))];
}

/**
 * Build systems that keep runs apart, such as Bazel, give a run a tree of links to files that stand in another tree of the same
 * shape. Where an input is such a link, the roots are also those of that tree: as far above the file as they are above the link.
 */
function behind(input: string, roots: readonly string[], host: Host): readonly string[] {
  const real = host.lstat(input)?.kind === "link" ? realOrNothing(input, host) : undefined;
  if (real === undefined) return [];
  const ways = roots.map((it) => `${sep}${relative(it, input)}`);
  return ways.filter((it) => real.length > it.length && real.endsWith(it)).map((it) => real.slice(0, -it.length));
}

/** A path with its links followed; undefined where nothing is, or the system does not say. */
export function realOrNothing(path: string, host: Host): string | undefined {
  try {
    return host.realpath(path);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return undefined;
  }
}

/**
 * Reads a file that an input names, by its absolute path. Inputs come from others, and whatever is read may end in an
 * SDK: so nothing is read but what stands in one of the folders `roots`, links followed, and nothing hidden.
 */
export function readWithin(path: string, roots: readonly string[], host: Host): Found {
  try {
    const real = host.realpath(path);
    if (real === undefined) return missing("there is no such file");
    const reached = roots.filter((it) => dirname(it) !== it).map((it) => wayInto(host.realpath(it) ?? it, real));
    const inside = reached.find((it) => it !== undefined);
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

const refused = (reason: string): Found => ({ ok: false, kind: "refused", reason });
const missing = (reason: string): Found => ({ ok: false, kind: "missing", reason });
