import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import type { Job, Mode } from "../pipeline/job.js";
import type { Report } from "../pipeline/report.js";
import { run } from "../pipeline/run.js";
import { jobOf } from "./job-of.js";
import type { Project } from "./project.js";

/** How projects are run. */
export interface How {
  readonly mode: Mode;
  readonly force: boolean;
  readonly acceptRenames?: boolean;
}

/** What became of a project. */
export interface ProjectRun {
  readonly project: Project;
  /** Absent where the settings are not enough for one. */
  readonly job?: Job;
  readonly report: Report;
}

/** Runs projects one after the other; one that fails does not keep the next ones from it. */
export async function* runProjects(
  projects: readonly Project[],
  { mode, force, acceptRenames = false }: How,
  host: Host,
  make: (job: Job) => Promise<Report> = (job) => run(job, host),
): AsyncGenerator<ProjectRun> {
  for (const project of projects) {
    const diagnostics = new Diagnostics();
    const job = await jobOf({ ...project.settings, acceptRenames }, mode, force, host, diagnostics);
    if (job !== undefined) yield { project, job, report: await make(job) };
    else yield { project, report: (await import("../pipeline/report.js")).refusal(diagnostics.all) };
  }
}
