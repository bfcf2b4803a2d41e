import type { Mode } from "../pipeline/job.js";
import type { ProjectRun } from "./run-projects.js";

/** A bug of ours in a project. */
export interface ProjectBug {
  readonly name: string;
  readonly error: unknown;
}

/** Bugs of ours in some of several projects. They are thrown when the others were run. */
export class ProjectBugs extends Error {
  readonly bugs: readonly ProjectBug[];
  /** What became of the others. */
  readonly runs: readonly ProjectRun[];
  readonly mode: Mode;

  constructor(bugs: readonly ProjectBug[], runs: readonly ProjectRun[], mode: Mode) {
    super(`sdkwright failed in ${bugs.map((it) => JSON.stringify(it.name)).join(", ")}.`, {
      cause: bugs[0]?.error,
    });
    [this.bugs, this.runs, this.mode] = [bugs, runs, mode];
  }
}
