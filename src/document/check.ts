import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";
import { walk } from "./walk.js";

/** Whether all of a source can be worked on: it says which other files it refers to, each once, and what is nested too deeply. */
export function checkWhole(source: Source, diagnostics: Diagnostics): boolean {
  const files = new Map<string, string>();
  let depth: string | undefined;
  walk(source.value, {
    reference(reference, here) {
      const [file = ""] = reference.split("#", 1);
      if (file !== "" && !files.has(file)) files.set(file, `${here()}/$ref`);
    },
    tooDeep(here) {
      depth ??= here();
    },
  });
  for (const [file, pointer] of files) {
    diagnostics.report("document/outer-reference", { source: source.index, pointer }, { file });
  }
  if (depth !== undefined) diagnostics.report("document/too-deep", { source: source.index, pointer: depth }, {});
  return files.size === 0 && depth === undefined;
}
