import type { Diagnostics, Target } from "../diagnostics/diagnostics.js";
import { append } from "../diagnostics/pointer.js";
import type { Host } from "../pipeline/host.js";
import { absolute } from "./absolute.js";
import { reportClashes } from "./clashes.js";
import type { ProjectConfig, Settings } from "./config.js";
import { nameOf, type Project, type Projects } from "./project.js";
import { rootedSettings } from "./rooted.js";
import { isSettings, passes, type Spot } from "./validate.js";

/** The folder that paths of a config are taken from, and the file that it stands in, where that is one. */
export type Base = Pick<Settings, "home" | "file">;

/** The projects of a config as anybody may have written it. */
export function projectsIn(
  value: unknown,
  spot: Spot,
  base: Base,
  host: Host,
  diagnostics: Diagnostics,
): Projects | undefined {
  if (!isSettings(value, spot, diagnostics)) return undefined;
  const { $schema: _, projects, ...rest } = value;
  const shared = rootedSettings(rest, { ...spot, besides: ["projects"] }, base.home, host, diagnostics);
  if (shared === undefined) return undefined;
  if (projects === undefined) return { all: [named(shared, base)], several: false, shared: settingsIn(shared, base) };
  if (!passes("projects", projects, list, spot, diagnostics)) return undefined;
  if (shared.name !== undefined) passes("name", shared.name, nothing, spot, diagnostics);
  // What passes is a list.
  const all = (projects as readonly unknown[]).flatMap((it, i) => {
    const own = rootedSettings(it, spotOf(it, i, spot), base.home, host, diagnostics);
    if (own === undefined) return [];
    const { name, settings } = named({ ...shared, ...own }, base);
    return [{ name, settings: { ...settings, project: name } }];
  });
  if (!diagnostics.failed) reportClashes(all, (i) => targetOf(i, spot), host, diagnostics);
  return { all, several: true, shared: settingsIn(shared, base) };
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

const settingsIn = (config: ProjectConfig, base: Base): Settings => ({
  root: base.home,
  ...base,
  ...absolute(config, base.home),
});

function named(config: ProjectConfig, base: Base): Project {
  const settings = settingsIn(config, base);
  return { name: nameOf(settings), settings };
}
