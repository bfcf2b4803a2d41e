import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Cursor } from "../document/cursor.js";
import type { TypeId } from "../ir/types.js";

/** What every rule of the stage is handed. */
export interface Lowering {
  readonly diagnostics: Diagnostics;
  /** HTML or CommonMark to clean CommonMark. */
  readonly markdown: (text: string) => string;
  /** Makes the schema a declared type, to be lowered once, and gives the id to refer to it by. */
  readonly declare: (schema: Cursor) => TypeId;
  /** Pointers of the properties whose types a sibling's `required` has asked for on the way here (see `combination.ts`). */
  readonly borrowed: ReadonlySet<string>;
}
