import type { Range } from "../diagnostics/diagnostics.js";
import type { Elsewhere } from "./elsewhere.js";
import type { Known } from "./page-kind.js";

/** One input, read: its text as a tree of plain values, and the way back from a node of the tree to the text. */
export interface Source extends Known {
  /** Position among the inputs of the run; an `Origin` names a source by it. */
  readonly index: number;
  /** As people see it: relative to the working directory, `/` between segments. */
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** Where the description is that this input, which has none, only names. */
  readonly elsewhere?: Elsewhere;
  /** Where the node at a JSON Pointer stands in `text`; where nothing is there, its nearest ancestor. Computed when asked. */
  locate(pointer: string, at: "key" | "value"): Range;
  /** How its author wrote the scalar at a JSON Pointer, which tells more digits than a number keeps. Computed when asked. */
  written(pointer: string): string;
}
