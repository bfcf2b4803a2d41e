import { join, resolve } from "node:path";
import type { Config } from "./config/config.js";
import { projectsIn } from "./config/projects.js";
import { type ProjectRun, runProjects } from "./config/run-projects.js";
import { Diagnostics } from "./diagnostics/diagnostics.js";
import type { Host } from "./pipeline/host.js";
import type { FileChange } from "./pipeline/job.js";
import type { Located } from "./pipeline/located.js";
import { nodeHost } from "./pipeline/node-host.js";
import { refusal } from "./pipeline/report.js";

export { defineConfig, type Config, type ConfigFunction, type ProjectConfig } from "./config/config.js";
export type { Excerpt } from "./pipeline/excerpt.js";
export type { ChangeState, FileChange, PagedBy, PaginationRule, RulePath } from "./pipeline/job.js";
export type { Position } from "./pipeline/line-index.js";
export type { Located as Diagnostic, Place } from "./pipeline/located.js";

/** The settings of a run, and what may be done with its result. */
export interface GenerateOptions extends Config {
  /** Write the files. Default: false, so that nothing on the disk changes. */
  readonly write?: boolean;
  /** With `write`: replace files that sdkwright did not write where they stand in the way. Default: false. */
  readonly force?: boolean;
  /** Where names are locked: take the names that the description gives now. Default: false. */
  readonly acceptRenames?: boolean;
  /** The folder that paths are taken from. Default: the working directory. */
  readonly cwd?: string;
}

export interface Generated {
  /** Whether nothing stood against the output: no error, with `strict` no warning either; of several projects, against any. */
  readonly ok: boolean;
  /** The files of the output, how each stands to what is on the disk, and its text; a removed file has none. */
  readonly files: readonly FileChange[];
  /** What there is to say, with places in the inputs. Mistakes in the inputs or the settings are here and never thrown. */
  readonly diagnostics: readonly Located[];
  /** The same by project: one where the settings have no list of them, none where the settings are at fault. */
  readonly projects: readonly GeneratedProject[];
}

/** What became of a project. */
export interface GeneratedProject {
  readonly name: string;
  /** The output folder, absolute; absent where none is given. */
  readonly output?: string;
  readonly ok: boolean;
  readonly files: readonly FileChange[];
  readonly diagnostics: readonly Located[];
}

/** Makes the SDK of an API, or those of several projects, as `sdkwright generate` does. Takes no config file: the settings are the argument. */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const { write = false, force = false, acceptRenames = false, cwd, ...config } = options;
  const host: Host = { ...nodeHost(), ...(cwd !== undefined && { cwd: resolve(cwd) }) };
  const diagnostics = new Diagnostics();
  const found = projectsIn(config, { where: "The argument of generate" }, { home: host.cwd }, host, diagnostics);
  if (found === undefined || diagnostics.failed) {
    const { ok, files, diagnostics: said } = refusal(diagnostics.all);
    return { ok, files, diagnostics: said, projects: [] };
  }
  const projects: GeneratedProject[] = [];
  for await (const it of runProjects(found.all, { mode: write ? "write" : "dry", force, acceptRenames }, host))
    projects.push(generated(it, host));
  return {
    ok: projects.every((it) => it.ok),
    files: projects.flatMap((it) => it.files),
    diagnostics: projects.flatMap((it) => it.diagnostics),
    projects,
  };
}

function generated({ project, job, report: { ok, files, diagnostics } }: ProjectRun, host: Host): GeneratedProject {
  const { name } = project;
  if (job === undefined) return { name, ok, files, diagnostics };
  return { name, output: job.output, ok, files: files.map((it) => withText(it, job.output, host)), diagnostics };
}

/** A run that ended early knows that its files are what is on the disk, and did not read them. */
function withText(file: FileChange, output: string, host: Host): FileChange {
  if (file.text !== undefined || file.state === "removed") return file;
  return { ...file, text: Buffer.from(host.readFile(join(output, file.path)) ?? []).toString("utf8") };
}
