import type { Diagnostic } from "../diagnostics/diagnostics.js";
import type { Api } from "../ir/types.js";
import type { Names } from "../names/names.js";
import type { DeepObjectArrays } from "../passes/deep-object-arrays.js";
import type { DeleteForms } from "../passes/delete-forms.js";
import type { EnumStyle } from "../passes/enums.js";
import type { DecimalStyle, Int64Style } from "../passes/exact-numbers.js";
import type { Filters } from "../passes/filter/filters.js";
import type { PaginationRule } from "../passes/pagination/rule.js";
import type { Source } from "../read/source.js";
import type { ChangeState, FileChange } from "../write/change.js";
import type { Losses } from "./losses-report.js";
import type { Reading } from "./reading.js";
import type { OperationSources } from "./sources-report.js";

export type { DeepObjectArrays } from "../passes/deep-object-arrays.js";
export type { DeleteForms } from "../passes/delete-forms.js";
export type { EnumStyle } from "../passes/enums.js";
export type { DecimalStyle, Int64Style } from "../passes/exact-numbers.js";
export type { Reading } from "./reading.js";
export type { PagedBy, PaginationRule, RulePath } from "../passes/pagination/rule.js";
export type { ChangeState, FileChange } from "../write/change.js";

/** One run: which inputs become which output. Paths are absolute; defaults, config file and flags are already applied. */
export interface Job extends Filters, Reading {
  readonly output: string;
  /** How lists are paged where it cannot be recognised; false where nothing is to be paged. */
  readonly pagination: false | readonly PaginationRule[];
  readonly enums: EnumStyle;
  readonly int64: Int64Style;
  readonly decimals: DecimalStyle;
  readonly deepObjectArrays: DeepObjectArrays;
  readonly deleteForms: DeleteForms;
  readonly format: Format;
  /** Warnings stop the write as errors do. */
  readonly strict: boolean;
  /** Files that sdkwright did not write are replaced where they stand in the way. */
  readonly force: boolean;
  readonly mode: Mode;
  /** Absent where names are not locked. */
  readonly lock?: LockJob;
}

/** What a run does about the names in `sdkwright.lock`. */
export interface LockJob {
  /** The folder that it stands in. */
  readonly home: string;
  /** The name of the project, where it has one: the lock of a folder may hold several. */
  readonly project?: string;
  /** Whether the names that things had before stay as aliases. */
  readonly aliases: boolean;
  /** Whether things are called anew. */
  readonly accept: boolean;
  /** Whether the lock is written. A part of the API is named by it, and leaves it as it is. */
  readonly isWhole: boolean;
}
export type Format = "none" | "prettier";
/** `check` and `dry` write nothing: `check` is asked whether the output is what the inputs give, `dry` what they would give. */
export type Mode = "write" | "check" | "dry";

/** What a run did and has to say. */
export interface Outcome {
  readonly files: readonly FileChange[];
  /** What became of the lock, where it is looked after. */
  readonly lock?: ChangeState;
  readonly diagnostics: readonly Diagnostic[];
  /** The inputs as read, to show where a diagnostic points. */
  readonly sources: readonly Source[];
  readonly stages: readonly Stage[];
}
export interface Stage {
  readonly name: string;
  readonly ms: number;
}

/** Is told what a run is about to do, so that long work can show itself. */
export interface Observer {
  stage(name: string): void;
}

/** What `inspect` shows: the value of a run after one of its stages; undefined where an error ended the run before. */
export type Inspection = Inspected & Pick<Outcome, "diagnostics" | "sources">;
export type Inspected =
  | { readonly stage: "document"; readonly value: unknown }
  | { readonly stage: "ir"; readonly value: Api | undefined }
  | { readonly stage: "names"; readonly value: Names | undefined }
  | { readonly stage: "sources"; readonly value: readonly OperationSources[] | undefined }
  | { readonly stage: "losses"; readonly value: readonly Losses[] | undefined };
export type InspectStage = Inspected["stage"];
