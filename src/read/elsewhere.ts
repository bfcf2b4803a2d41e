import type { Range } from "../diagnostics/diagnostics.js";
import type { Known } from "./page-kind.js";

/** What a reader gives for an input that only names where the description is. */
export interface Elsewhere extends Known {
  readonly kind: "elsewhere";
  /** As it is written: mostly relative to the input. */
  readonly url: string;
  /** Where the input names it. */
  readonly range: Range;
}
