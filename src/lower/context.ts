import type { Diagnostics, Part } from "../diagnostics/diagnostics.js";
import type { Origin } from "../diagnostics/origin.js";
import type { Cursor } from "../document/cursor.js";
import type { Digits } from "../document/digits.js";
import type { TypeId } from "../ir/types.js";
import type { Markdown } from "./with-markdown.js";
import type { Shared } from "./shared.js";
import type { Lowered } from "./schema/once.js";
import type { Recall } from "./unit.js";

/** What every rule of the stage is handed. */
export interface Lowering {
  readonly diagnostics: Diagnostics;
  /** HTML or CommonMark to clean CommonMark. */
  readonly markdown: Markdown;
  /** The digits of an integer that is beyond 2^53, as its author wrote them; undefined for what is none. */
  readonly digits: (node: Cursor) => Digits | undefined;
  /** What was said of a reference when it was followed into another file. */
  readonly broken: (reference: Origin) => Diagnostics | undefined;
  /** Makes the schema a declared type, to be lowered once, and gives the id to refer to it by. */
  readonly declare: (schema: Cursor) => TypeId;
  /** Pointers of the schemas inside others that something refers to: they are declared too, and referred to where they stand. */
  readonly inner: ReadonlySet<string>;
  /** Pointers of the properties whose types a sibling's `required` has asked for on the way here (see `combination.ts`). */
  readonly borrowed: ReadonlySet<string>;
  /** What was lowered already of what references lead to. */
  readonly shared: Shared;
  /** What was lowered already of schemas that may be written out again. */
  readonly lowered: Lowered;
  /** What parts are recalled with that were lowered before; absent where nothing is remembered. */
  readonly recall?: Recall;
}

/** The same for a part that may be left out of the output: what is said of it counts only where it is not. */
export const partOf = (ctx: Lowering, part: Part): Lowering => ({ ...ctx, diagnostics: ctx.diagnostics.of(part) });

/** A reference as a part of its own: what is wrong with it counts only where something reaches it. */
export const referencePart = ({ source, pointer }: Origin): Part => `reference ${source} ${pointer}`;
