import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Origin } from "../diagnostics/origin.js";
import { isMappedReference, mappingOf } from "./references/unit.js";
import { sectionOf } from "./references/sections.js";
import type { Visit } from "./walk.js";

/** Sees, while something else walks over a source, what that alone cannot deal with. */
export class Watch {
  #isTied = false;
  #depth: Origin | undefined;

  readonly visit: Visit = (here) => ({
    enter: (node, kind) => {
      const reference = node["$ref"];
      if (typeof reference === "string" && !(isPlain(reference) && sectionOf(kind, "3.1") !== undefined))
        this.#isTied = true;
      if (kind.position === "schema" && (typeof node["$id"] === "string" || node["discriminator"] !== undefined))
        this.#isTied ||= typeof node["$id"] === "string" || Object.values(mappingOf(node)).some(isOuter);
    },
    tooDeep: () => {
      this.#depth ??= here();
    },
  });

  /** Whether there are references that lead out of the source or out of what a description has places for. */
  get isTied(): boolean {
    return this.#isTied;
  }

  /** Whether the source can be worked on; says why not. */
  report(diagnostics: Diagnostics): boolean {
    if (this.#depth !== undefined) diagnostics.report("document/too-deep", this.#depth, {});
    return this.#depth === undefined;
  }
}

/** Those that nothing needs to be known for: to components and paths of the description itself. */
const isPlain = (reference: string): boolean => /^#\/(components|paths)\//.test(reference);

const isOuter = (value: unknown): boolean => isMappedReference(value) && !isPlain(value);
