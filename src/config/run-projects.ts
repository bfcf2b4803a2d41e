import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Host } from "../pipeline/host.js";
import type { Job, Mode } from "../pipeline/job.js";
import { shownPath } from "../pipeline/paths.js";
import type { Report } from "../pipeline/report.js";
import { run } from "../pipeline/run.js";
import { Together } from "../pipeline/together.js";
import { jobOf } from "./job-of.js";
import type { Project } from "./project.js";
import { type ProjectBug, ProjectBugs } from "./project-bugs.js";

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

/** Runs projects one after the other; one that fails, be it by a bug of ours, does not keep the next ones from it. */
export async function* runProjects(
  projects: readonly Project[],
  how: How,
  host: Host,
  make: Make = (job, together) => run(job, host, undefined, together),
): AsyncGenerator<ProjectRun> {
  const together = projects.length > 1 ? new Together(host) : undefined;
  const bugs: ProjectBug[] = [];
  async function tried<T>({ name }: Project, act: () => Promise<T>): Promise<T | undefined> {
    if (projects.length === 1) return act();
    return act().catch((error: unknown) => {
      bugs.push({ name, error });
      return undefined;
    });
  }
  const planned: Planned[] = [];
  for (const it of projects) planned.push((await tried(it, () => planOf(it, how, host))) ?? { project: it });
  const runs: ProjectRun[] = [];
  for (const [i, it] of planned.entries()) {
    const made = await tried(it.project, () => runOf(it, make, together));
    if (made !== undefined) {
      runs.push(made);
      yield made;
    }
    const rest = inputsOf(planned.slice(i + 1), host);
    const done = inputsOf(planned.slice(0, i + 1), host);
    // Large inputs are not held for longer than they are of use; what inputs refer to is small, and often shared.
    together?.keep((path) => rest.has(path) || !done.has(path));
  }
  if (bugs.length > 0) throw new ProjectBugs(bugs, runs, how.mode);
}

async function planOf(project: Project, { mode, force, acceptRenames = false }: How, host: Host): Promise<Planned> {
  const diagnostics = new Diagnostics();
  const job = await jobOf({ ...project.settings, acceptRenames }, mode, force, host, diagnostics);
  return job === undefined ? { project, diagnostics } : { project, job };
}

/** Nothing, where a bug came before there was a plan. */
async function runOf(
  { project, job, diagnostics }: Planned,
  make: Make,
  together: Together | undefined,
): Promise<ProjectRun | undefined> {
  if (job !== undefined) return { project, job, report: await make(job, together) };
  if (diagnostics === undefined) return undefined;
  return { project, report: (await import("../pipeline/report.js")).refusal(diagnostics.all) };
}

/** Makes a run; `together` is what it has in common with the others, where there are others. */
type Make = (job: Job, together: Together | undefined) => Promise<Report>;

interface Planned {
  readonly project: Project;
  readonly job?: Job;
  /** Why there is no job. */
  readonly diagnostics?: Diagnostics;
}

const inputsOf = (planned: readonly Planned[], host: Host): ReadonlySet<string> =>
  new Set(planned.flatMap(({ job }) => (job?.inputs ?? []).map((it) => shownPath(it, host))));
