import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import type { Job, Mode } from "../pipeline/job.js";
import { shownPath } from "../pipeline/paths.js";
import type { Report } from "../pipeline/report.js";
import { run } from "../pipeline/run.js";
import { Together } from "../pipeline/together.js";
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
  make: Make = (job, together) => run(job, host, undefined, together),
): AsyncGenerator<ProjectRun> {
  const together = projects.length > 1 ? new Together(host) : undefined;
  const planned: Planned[] = [];
  for (const project of projects) {
    const diagnostics = new Diagnostics();
    const job = await jobOf({ ...project.settings, acceptRenames }, mode, force, host, diagnostics);
    planned.push({ project, job, diagnostics });
  }
  for (const [i, { project, job, diagnostics }] of planned.entries()) {
    if (job !== undefined) yield { project, job, report: await make(job, together) };
    else yield { project, report: (await import("../pipeline/report.js")).refusal(diagnostics.all) };
    const rest = inputsOf(planned.slice(i + 1), host);
    const done = inputsOf(planned.slice(0, i + 1), host);
    // Large inputs are not held for longer than they are of use; what inputs refer to is small, and often shared.
    together?.keep((path) => rest.has(path) || !done.has(path));
  }
}

/** Makes a run; `together` is what it has in common with the others, where there are others. */
type Make = (job: Job, together: Together | undefined) => Promise<Report>;

interface Planned {
  readonly project: Project;
  readonly job: Job | undefined;
  readonly diagnostics: Diagnostics;
}

const inputsOf = (planned: readonly Planned[], host: Host): ReadonlySet<string> =>
  new Set(planned.flatMap(({ job }) => (job?.inputs ?? []).map((it) => shownPath(it, host))));
