import type { OutputFile, PrintedFile } from "./template.js";

/**
 * The runtime files that the emitted ones need, directly or through other runtime files, with the header and else as they are. `assets`
 * are those of `templates/runtime`, by their paths there.
 */
export function runtimeFiles(
  emitted: readonly PrintedFile[],
  assets: readonly OutputFile[],
  header: string,
): readonly OutputFile[] {
  const texts = new Map(assets.map((it) => [`runtime/${it.path}`, it.text]));
  const needed = new Set(emitted.flatMap((it) => it.uses));
  for (const path of needed) {
    const text = texts.get(path);
    if (text === undefined) {
      needed.delete(path);
      continue;
    }
    for (const [, target = ""] of text.matchAll(/\bfrom "(\.[^"]+)";/g)) needed.add(resolve(path, target));
  }
  return [...needed].map((path) => ({ path, text: `${header}\n\n${texts.get(path) ?? ""}` }));
}

/** The output file that a specifier names, seen from another: `../runtime/call.js` from `operations/a.ts` is `runtime/call.ts`. */
function resolve(from: string, target: string): string {
  const segments = from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") segments.pop();
    else if (part !== ".") segments.push(part);
  }
  return segments.join("/").replace(/\.js$/, ".ts");
}
