import { resolve } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Host } from "../pipeline/host.js";
import { shownPath } from "../pipeline/paths.js";
import { absolute } from "./absolute.js";
import type { ProjectConfig, Settings } from "./config.js";
import { findConfigs, findMisnamed } from "./find.js";
import type { RunProgram } from "./programs/run.js";
import { nameOf, type Project, type Projects } from "./project.js";

/** What a user says of the projects to work on. Paths are taken from the working directory. */
export interface Asked {
  /** Settings that win over those of a config file. */
  readonly settings: ProjectConfig;
  /** The config file, where it is not the nearest one. */
  readonly config?: string;
  /** The names of the projects; none for all of them. */
  readonly projects: readonly string[];
}

/** The projects to work on; none where the diagnostics have an error. */
export interface Selection {
  readonly projects: readonly Project[];
  /** Whether they are of a config that has a list of projects, be one chosen or all: output is then told by project. */
  readonly several: boolean;
  /** Whether they are all that the config file has, as it has them. */
  readonly whole: boolean;
  /** The config file, absolute. */
  readonly file?: string;
}

/** The projects that a user asks for: those of the config file, changed by what the user says besides. `run` is for a config that is a program. */
export async function select(asked: Asked, host: Host, diagnostics: Diagnostics, run?: RunProgram): Promise<Selection> {
  const files = asked.config === undefined ? findConfigs(host.cwd, host) : [resolve(host.cwd, asked.config)];
  const [file] = files;
  const found =
    files.length > 1
      ? reportSeveral(files, host, diagnostics)
      : file === undefined
        ? nothing(host, diagnostics)
        : await (await import("./load.js")).loadConfig(file, host, diagnostics, run);
  const flags = absolute(asked.settings, host.cwd);
  const { input } = flags;
  // What is named by hand is a project of its own, unless it is said of which project it is the input.
  const isOwn = input !== undefined && (asked.projects.length === 0 || found?.several === false);
  const several = found?.several === true && !isOwn;
  const projects = found && projectsOf(found, isOwn, asked.projects, flags, diagnostics);
  const valid = projects === undefined || diagnostics.failed ? [] : projects;
  const whole = asked.projects.length === 0 && (input === undefined || file === undefined);
  return { projects: valid, several, whole, ...(file !== undefined && { file }) };
}

function reportSeveral(files: readonly string[], host: Host, diagnostics: Diagnostics): undefined {
  const paths = files.map((it) => shownPath(it, host)).join(" and ");
  diagnostics.report("config/several-files", undefined, { paths });
}

function nothing(host: Host, diagnostics: Diagnostics): Projects {
  const misnamed = findMisnamed(host.cwd, host);
  if (misnamed !== undefined) diagnostics.report("config/other-name", undefined, { path: shownPath(misnamed, host) });
  const shared = { root: host.cwd, home: host.cwd };
  return { all: [{ name: "", settings: shared }], several: false, shared };
}

function projectsOf(
  { all, several, shared }: Projects,
  isOwn: boolean,
  names: readonly string[],
  flags: ProjectConfig,
  diagnostics: Diagnostics,
): readonly Project[] {
  if (isOwn || !several) {
    const own = changed(several ? shared : (all[0]?.settings ?? shared), flags);
    return chosen([{ name: nameOf(own), settings: own }], names, diagnostics);
  }
  const projects = chosen(all, names, diagnostics);
  if (projects.length > 1) {
    for (const it of ["input", "output"] as const)
      if (flags[it] !== undefined)
        diagnostics.report("cli/one-project", undefined, { what: `an ${it}`, names: listed(projects) });
  }
  return projects.map(({ name, settings }) => ({ name, settings: changed(settings, flags) }));
}

function changed(settings: Settings, flags: ProjectConfig): Settings {
  const overridden = overriddenBy(flags);
  return { ...settings, ...flags, ...(overridden && { overridden }) };
}

function overriddenBy({ strict: _, ...flags }: ProjectConfig): Settings["overridden"] {
  if (Object.keys(flags).length === 0) return undefined;
  return flags.input === undefined ? "part" : "input";
}

function chosen(all: readonly Project[], names: readonly string[], diagnostics: Diagnostics): readonly Project[] {
  for (const name of names) {
    if (all.some((it) => it.name === name)) continue;
    const near = nearest(
      name,
      all.map((it) => it.name),
    );
    const guess = near === undefined ? `; there is ${listed(all)}.` : `; did you mean "${near}"?`;
    diagnostics.report("cli/unknown-project", undefined, { name, guess });
  }
  return names.length === 0 ? all : all.filter((it) => names.includes(it.name));
}

const listed = (all: readonly Project[]): string => all.map((it) => it.name).join(", ");
