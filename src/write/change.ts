/** What a run does, or with `--check` would do, to one file of the output. */
export interface FileChange {
  /** Relative to the output folder, `/` between segments. */
  readonly path: string;
  readonly state: ChangeState;
  /** What the file holds after the run; absent for a removed file and where a run ended early. */
  readonly text?: string;
  /** What a file of ours that is not the same holds before the run. */
  readonly before?: string;
}
export type ChangeState = "added" | "changed" | "same" | "removed";
