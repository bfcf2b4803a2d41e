import { dirname, join } from "node:path";
import { formatPlaces, hasSettings } from "../pipeline/cache/format-state.js";
import type { Since } from "../pipeline/git/since.js";
import type { Host } from "../pipeline/host.js";
import { linesIn, lockPath, readLines } from "../pipeline/lock/lines.js";
import { ownIn } from "../pipeline/lock/own.js";
import { isUrl, listOf } from "./absolute.js";
import type { Settings } from "./config.js";
import { inputsOf } from "./inputs-of.js";
import { matcher } from "./inputs.js";
import { lockOf } from "./job-of.js";
import type { Project } from "./project.js";

/** Whether what decides a project's output may have changed: a file that a run reads, one that it read before, or the packages. */
export async function isAffected(
  project: Project,
  configFile: string | undefined,
  since: Since,
  host: Host,
): Promise<boolean> {
  const { whole, paths } = await inputsOf(project, configFile, host);
  // What is wrong with the inputs is for the run to say.
  if (!whole) return true;
  const packages = lockFilesAbove(project.settings.home, since.top, host);
  const others = paths.filter((it) => it !== lockPath(project.settings.home));
  if ((await since.changed([...others, ...packages])).length > 0) return true;
  if (await isLockChanged(project.settings, since, host)) return true;
  if (await isStyleGone(project.settings, since)) return true;
  return since.gone.length > 0 && wasRead(since.gone, project.settings, host);
}

/** A configuration of prettier that is gone: with its file, or out of a `package.json`, which may have nothing else for it. */
async function isStyleGone({ format, output }: Settings, since: Since): Promise<boolean> {
  if (format !== "prettier" || output === undefined) return false;
  const places = formatPlaces(output);
  const changed = await since.changed(places.filter((it) => it.endsWith("package.json")));
  for (const path of [...places.filter((it) => since.gone.includes(it)), ...changed]) {
    const text = await since.textAt(path);
    if (text !== undefined && hasSettings({ path, text })) return true;
  }
  return false;
}

/** A change of one project's names in the lock that several share is none of the others. */
async function isLockChanged(settings: Settings, since: Since, host: Host): Promise<boolean> {
  const [path, { lock }] = [lockPath(settings.home), lockOf(settings)];
  if (!since.gone.includes(path) && (await since.changed([path])).length === 0) return false;
  const before = new Set(ownIn(linesIn((await since.textAt(path)) ?? ""), lock));
  const now = new Set(ownIn(readLines(settings.home, host), lock));
  return before.size !== now.size || [...now].some((it) => !before.has(it));
}

/** A page that is gone from its folder, a description that a glob matched. */
async function wasRead(gone: readonly string[], { input = [] }: Settings, host: Host): Promise<boolean> {
  const named = listOf(input).filter((it) => !isUrl(it) && !it.startsWith("!"));
  const matches = await Promise.all(named.map((it) => matcher(it, host)));
  return gone.some((path) => matches.some((it) => it(path)));
}

/** What tells the versions of sdkwright and of what it works with. */
function lockFilesAbove(folder: string, top: string, host: Host): readonly string[] {
  const here = LOCK_FILES.map((it) => join(folder, it)).filter((it) => host.stat(it)?.kind === "file");
  return folder === top || folder === dirname(folder) ? here : [...here, ...lockFilesAbove(dirname(folder), top, host)];
}

const LOCK_FILES = ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];
