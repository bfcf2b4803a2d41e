import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";
import type { Visit } from "./walk.js";

/** Sees, while something else walks over a source, what cannot be worked on: references to other files, and bottomless nesting. */
export class Watch {
  /** Where each other file is first referred to. */
  readonly #files = new Map<string, string>();
  #depth: string | undefined;

  readonly visit: Visit = (here) => ({
    reference: (reference) => {
      if (reference.startsWith("#")) return;
      const [file = ""] = reference.split("#", 1);
      if (file !== "" && !this.#files.has(file)) this.#files.set(file, `${here()}/$ref`);
    },
    tooDeep: () => {
      this.#depth ??= here();
    },
  });

  /** Says what was seen; gives true when there was nothing to say. */
  report({ index }: Source, diagnostics: Diagnostics): boolean {
    for (const [file, pointer] of this.#files) {
      diagnostics.report("document/outer-reference", { source: index, pointer }, { file });
    }
    if (this.#depth !== undefined) diagnostics.report("document/too-deep", { source: index, pointer: this.#depth }, {});
    return this.#files.size === 0 && this.#depth === undefined;
  }
}
