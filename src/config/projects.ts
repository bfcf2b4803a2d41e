import type { Diagnostics, Target } from "../diagnostics/diagnostics.js";
import { append } from "../diagnostics/pointer.js";
import type { Host } from "../pipeline/host.js";
import { absolute } from "./absolute.js";
import { reportClashes } from "./clashes.js";
import type { ProjectConfig, Settings } from "./config.js";
import { nameOf, type Project, type Projects } from "./project.js";
import { isSettings, passes, type Spot, validate } from "./validate.js";

/** The projects of a config as anybody may have written it; `home` is the folder that its paths are taken from. */
export function projectsIn(
  value: unknown,
  spot: Spot,
  home: string,
  host: Host,
  diagnostics: Diagnostics,
): Projects | undefined {
  if (!isSettings(value, spot, diagnostics)) return undefined;
  const { $schema: _, projects, ...rest } = value;
  const shared = validate(rest, { ...spot, besides: ["projects"] }, diagnostics);
  if (shared === undefined) return undefined;
  if (projects === undefined) return { all: [named(shared, home)], several: false, shared: settingsIn(shared, home) };
  if (!passes("projects", projects, list, spot, diagnostics)) return undefined;
  if (shared.name !== undefined) passes("name", shared.name, nothing, spot, diagnostics);
  // What passes is a list.
  const all = (projects as readonly unknown[]).flatMap((it, i) => {
    const own = validate(it, spotOf(it, i, spot), diagnostics);
    if (own === undefined) return [];
    const { name, settings } = named({ ...shared, ...own }, home);
    return [{ name, settings: { ...settings, project: name } }];
  });
  if (!diagnostics.failed) reportClashes(all, (i) => targetOf(i, spot), host, diagnostics);
  return { all, several: true, shared: settingsIn(shared, home) };
}

const list = {
  accepts: (value: unknown) => Array.isArray(value) && value.length > 0,
  expected: () => "a list of projects, each an object of settings",
};
const nothing = { accepts: () => false, expected: () => "left out where there are projects, which have their own" };

/** A project is called by what it is named, where nothing is by its place. */
function spotOf(value: unknown, index: number, { where, pointer }: Spot): Spot {
  const name = isObject(value) ? [value["name"], value["output"]].find((it) => typeof it === "string") : undefined;
  return {
    where: name === undefined ? `Project ${index + 1} in ${where}` : `The project "${name}" in ${where}`,
    ...(pointer !== undefined && { pointer: append(append(pointer, "projects"), index) }),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const targetOf = (index: number, { pointer }: Spot): Target | undefined =>
  pointer === undefined ? undefined : { source: 0, pointer: append(append(pointer, "projects"), index) };

const settingsIn = (config: ProjectConfig, home: string): Settings => ({ root: home, home, ...absolute(config, home) });

function named(config: ProjectConfig, home: string): Project {
  const settings = settingsIn(config, home);
  return { name: nameOf(settings), settings };
}
