import { join } from "node:path";
import { failureOf, orNothing } from "../failure.js";
import type { Host } from "../host.js";

/** The descriptions in a folder and a little further inside, the likeliest first. Relative to it, `/` between segments. */
export const findDescriptions = (folder: string, host: Host): readonly string[] =>
  candidates(folder, "", DEPTH, host)
    .filter((it) => isDescription(join(folder, it), host))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));

const DEPTH = 3;

function candidates(folder: string, prefix: string, depth: number, host: Host): readonly string[] {
  return (orNothing(() => host.readdir(join(folder, prefix))) ?? []).flatMap(({ name, kind }) => {
    if (name.startsWith(".") || PASSED_OVER.has(name)) return [];
    if (kind === "folder") return depth > 1 ? candidates(folder, `${prefix}${name}/`, depth - 1, host) : [];
    return /\.(ya?ml|json)$/i.test(name) ? [prefix + name] : [];
  });
}

/** Of others, or made of something else. */
const PASSED_OVER: ReadonlySet<string> = new Set(["node_modules", "dist", "build", "coverage", "package-lock.json"]);

/** The nearer the better, and the better the more its name says so. */
const rank = (path: string): number =>
  path.split("/").length * NAMES.length + NAMES.findIndex((it) => it.test(path.slice(path.lastIndexOf("/") + 1)));
const NAMES = [/^openapi\b/i, /^swagger\b/i, /^api\b/i, /openapi/i, /api/i, /^/];

/** By its version, which stands at the top level, and nearly always first. */
function isDescription(path: string, host: Host): boolean {
  try {
    const start = Buffer.from((host.readFile(path) ?? new Uint8Array()).subarray(0, ENOUGH)).toString("utf8");
    return /^\s*[{[]/.test(start) ? IN_JSON.test(start) : IN_YAML.test(start);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return false;
  }
}

const ENOUGH = 64 * 1024;
const IN_JSON = /"(openapi|swagger)"\s*:\s*"[23]\./;
const IN_YAML = /^(["']?)(openapi|swagger)\1\s*:\s*["']?[23]\./m;
