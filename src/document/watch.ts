import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Origin } from "../diagnostics/origin.js";
import { mappedReferences } from "./references/unit.js";
import { sectionOf } from "./references/sections.js";
import type { PlainObject } from "./values.js";
import type { Kind, Watching } from "./walk.js";

/** Sees, while something else walks over a source, what that alone cannot deal with. */
export class Watch {
  #isTied = false;
  #depth: Origin | undefined;

  readonly visit: Watching = (here) => ({
    keys: KEYS,
    enter: (node, kind) => {
      this.#isTied ||= refersOut(node, kind) || (kind.position === "schema" && isNamed(node));
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

/** Those by which a source is tied. */
const KEYS: ReadonlySet<string> = new Set(["$ref", "$id", "$dynamicRef", "discriminator"]);

function refersOut({ $ref: reference }: PlainObject, kind: Kind): boolean {
  return typeof reference === "string" && !(isPlain(reference) && sectionOf(kind, "3.1") !== undefined);
}

/** Whether a schema has a name of its own, or refers in a way that only bundling follows. */
function isNamed(schema: PlainObject): boolean {
  if (typeof schema["$id"] === "string" || typeof schema["$dynamicRef"] === "string") return true;
  return schema["discriminator"] !== undefined && mappedReferences(schema).some((it) => !isPlain(it.reference));
}

/** Those that nothing needs to be known for: to components and paths of the description itself. */
const isPlain = (reference: string): boolean =>
  reference.startsWith("#/components/") || reference.startsWith("#/paths/");
