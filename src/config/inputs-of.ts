import { extname } from "node:path";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { formatFiles, programOf } from "../pipeline/cache/format-state.js";
import type { Host } from "../pipeline/host.js";
import { type Located, locate } from "../pipeline/located.js";
import { readsOf } from "../pipeline/reads.js";
import { readingOf } from "./job-of.js";
import { importsOf } from "./programs/imports.js";
import type { Project } from "./project.js";

/** The files that decide what a project's output is. */
export interface ProjectInputs {
  readonly project: Project;
  /** Whether they are all. */
  readonly ok: boolean;
  /** Whether nothing is missing that is referred to. */
  readonly whole: boolean;
  /** Absolute, each once, in no order. */
  readonly paths: readonly string[];
  /** What keeps them from being all. */
  readonly diagnostics: readonly Located[];
}

/** All files that a run of a project reads, the config file and what it imports among them. */
export async function inputsOf(project: Project, configFile: string | undefined, host: Host): Promise<ProjectInputs> {
  const diagnostics = new Diagnostics();
  const { settings } = project;
  const { output, format = "none" } = settings;
  const own = configFile === undefined ? [] : configFiles(configFile, host);
  const reading = await readingOf(settings, host, diagnostics);
  if (reading === undefined)
    return { project, ok: false, whole: false, paths: own, diagnostics: locate(diagnostics.all, []) };
  const read = await readsOf(reading, host);
  const style = format === "none" || output === undefined ? [] : styleFiles(output, host);
  // What else there is to say of the inputs is for those who run the project.
  const errors = read.diagnostics.filter((it) => it.severity === "error");
  return {
    project,
    ok: errors.length === 0,
    whole: read.whole,
    paths: [...new Set([...own, ...read.paths, ...style])],
    diagnostics: errors,
  };
}

const styleFiles = (output: string, host: Host): readonly string[] =>
  formatFiles(output, host).flatMap((it) => [...importsOf(it.path, host, programOf(it) ?? "").keys()]);

/** A config file and the local files that it imports. */
export const configFiles = (path: string, host: Host): readonly string[] =>
  extname(path) === ".json" ? [path] : [...importsOf(path, host).keys()];
