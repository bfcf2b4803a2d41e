import type { OutputFile, Statement } from "./template.js";

/** A file of `templates/runtime`, by its path there. */
interface Asset {
  readonly path: string;
  readonly text: string;
}

/** The runtime files that the emitted ones need, directly or through other runtime files, as they are. */
export function runtimeFiles(emitted: readonly OutputFile[], assets: readonly Asset[]): readonly OutputFile[] {
  const texts = new Map(assets.map((it) => [`runtime/${it.path}`, it.text]));
  const needed = new Set(emitted.flatMap((it) => (it.kind === "statements" ? modulesOf(it.statements) : [])));
  for (const path of needed) {
    const text = texts.get(path);
    if (text === undefined) {
      needed.delete(path);
      continue;
    }
    for (const [, target = ""] of text.matchAll(/\bfrom "(\.[^"]+)";/g)) needed.add(resolve(path, target));
  }
  return [...needed].map((path) => ({ kind: "text", path, text: texts.get(path) ?? "" }));
}

const modulesOf = (statements: readonly Statement[]): readonly string[] =>
  statements.flatMap((it) => (typeof it === "string" ? [] : [it.file]));

/** The output file that a specifier names, seen from another: `../runtime/call.js` from `operations/a.ts` is `runtime/call.ts`. */
function resolve(from: string, target: string): string {
  const segments = from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") segments.pop();
    else if (part !== ".") segments.push(part);
  }
  return segments.join("/").replace(/\.js$/, ".ts");
}
