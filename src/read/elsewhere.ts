import type { Range } from "../diagnostics/diagnostics.js";

/** What a reader gives for an input that only names where the description is. */
export interface Elsewhere {
  readonly kind: "elsewhere";
  /** As it is written: mostly relative to the input. */
  readonly url: string;
  /** Where the input names it. */
  readonly range: Range;
}
