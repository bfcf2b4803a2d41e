import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";
import { walk } from "./walk.js";

/** Says which other files a source refers to, each once, at the first place; gives true when there is one. */
export function reportOuterReferences(source: Source, diagnostics: Diagnostics): boolean {
  const firsts = new Map<string, string>();
  walk(source.value, {
    reference(reference, here) {
      const [file = ""] = reference.split("#", 1);
      if (file !== "" && !firsts.has(file)) firsts.set(file, `${here()}/$ref`);
    },
  });
  for (const [file, pointer] of firsts) {
    diagnostics.report("document/outer-reference", { source: source.index, pointer }, { file });
  }
  return firsts.size > 0;
}
