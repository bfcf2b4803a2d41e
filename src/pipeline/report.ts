import { fails } from "../diagnostics/fails.js";
import type { Diagnostic } from "../diagnostics/diagnostics.js";
import type { ChangeState, FileChange, Job, Outcome, Stage } from "./job.js";
import { locate, type Located } from "./located.js";

/** What a run did, ready to be shown. Plain data. */
export interface Report {
  /** Whether nothing stood against the output: no error, with `strict` no warning either. */
  readonly ok: boolean;
  /** Ordered by path. */
  readonly files: readonly FileChange[];
  /** What became of the lock, where it is looked after. */
  readonly lock?: ChangeState;
  readonly diagnostics: readonly Located[];
  readonly stages: readonly Stage[];
}

export const reportOf = (
  { files, lock, diagnostics, sources, stages }: Outcome,
  { strict }: Pick<Job, "strict">,
): Report => ({
  ok: !fails(diagnostics, strict),
  files,
  ...(lock && { lock }),
  diagnostics: locate(diagnostics, sources).map((it) =>
    strict && it.severity === "warning" ? { ...it, severity: "error" } : it,
  ),
  stages,
});

/** Of a run that never began, since its settings are at fault. */
export const refusal = (diagnostics: readonly Diagnostic[]): Report =>
  reportOf({ files: [], diagnostics, sources: [], stages: [] }, { strict: false });
