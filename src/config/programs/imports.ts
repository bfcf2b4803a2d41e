import { dirname, resolve } from "node:path";
import type { Host } from "../../pipeline/host.js";
import { filesNamed } from "./packages.js";

/** The text of a program and of all files of the workspace that it imports, directly or through others, by their paths. */
export function importsOf(path: string, host: Host, text = textOf(path, host)): ReadonlyMap<string, string> {
  const texts = new Map([[path, text]]);
  // A Map is iterated in order of insertion and takes in what is added on the way.
  for (const [file, text] of texts) {
    for (const [, specifier = ""] of text.matchAll(SPECIFIER)) {
      for (const paths of pathsOf(specifier, file, host)) {
        const found = paths.flatMap(candidates).find((it) => host.stat(it)?.kind === "file");
        if (found !== undefined && !texts.has(found)) texts.set(found, textOf(found, host));
      }
    }
  }
  return texts;
}

/** What a specifier means in a file: of each list the first that is there. `sdkwright` is this program. */
function pathsOf(specifier: string, file: string, host: Host): readonly (readonly string[])[] {
  if (specifier === "sdkwright" || specifier.includes(":")) return [];
  if (!/^\.{1,2}\//.test(specifier)) return filesNamed(specifier, file, host).map((it) => [it]);
  // In a file behind a link it depends on who loads it whether the link or the file is where paths are taken from.
  return [[file, host.realpath(file) ?? file].map((it) => resolve(dirname(it), specifier))];
}

/** Where a module, or JSON, may be named: in `import`, `export … from`, `import()` or `require()`. One too many does no harm. */
const SPECIFIER = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"'\n]+)["']/g;

/** The files that a path may stand for: itself, TypeScript for the JavaScript that it becomes, or what has a known ending. */
const candidates = (path: string): readonly string[] => [
  path,
  path.replace(/\.([cm]?)js$/, ".$1ts"),
  ...["ts", "mts", "js", "mjs", "cjs", "json"].flatMap((it) => [`${path}.${it}`, `${path}/index.${it}`]),
];

const textOf = (path: string, host: Host): string => Buffer.from(host.readFile(path) ?? []).toString("utf8");
