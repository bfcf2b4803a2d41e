import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Origin } from "../diagnostics/origin.js";
import type { Visit } from "./walk.js";

/** Sees, while something else walks over a source, what cannot be worked on: references to other files, and bottomless nesting. */
export class Watch {
  /** Where each other file is first referred to. */
  readonly #files = new Map<string, Origin>();
  #depth: Origin | undefined;

  readonly visit: Visit = (here) => ({
    enter: (node) => {
      const reference = node["$ref"];
      if (typeof reference !== "string" || reference.startsWith("#")) return;
      const [file = ""] = reference.split("#", 1);
      const { source, pointer } = here();
      if (file !== "" && !this.#files.has(file)) this.#files.set(file, { source, pointer: `${pointer}/$ref` });
    },
    tooDeep: () => {
      this.#depth ??= here();
    },
  });

  /** Says what was seen; gives true when there was nothing to say. */
  report(diagnostics: Diagnostics): boolean {
    for (const [file, place] of this.#files) diagnostics.report("document/outer-reference", place, { file });
    if (this.#depth !== undefined) diagnostics.report("document/too-deep", this.#depth, {});
    return this.#files.size === 0 && this.#depth === undefined;
  }
}
