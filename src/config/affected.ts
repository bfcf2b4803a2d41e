import { dirname, join } from "node:path";
import type { Since } from "../pipeline/git/since.js";
import type { Host } from "../pipeline/host.js";
import { lockPath } from "../pipeline/lock/lines.js";
import { isUrl, listOf } from "./absolute.js";
import type { Settings } from "./config.js";
import { inputsOf } from "./inputs-of.js";
import { matcher } from "./inputs.js";
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
  if ((await since.changed([...paths, ...packages])).length > 0) return true;
  return since.gone.length > 0 && wasRead(since.gone, project.settings, host);
}

/** A page that is gone from its folder, a description that a glob matched, the lock. */
async function wasRead(gone: readonly string[], { input = [], home }: Settings, host: Host): Promise<boolean> {
  const named = listOf(input).filter((it) => !isUrl(it) && !it.startsWith("!"));
  const matches = await Promise.all(named.map((it) => matcher(it, host)));
  return gone.some((path) => path === lockPath(home) || matches.some((it) => it(path)));
}

/** What tells the versions of sdkwright and of what it works with. */
function lockFilesAbove(folder: string, top: string, host: Host): readonly string[] {
  const here = LOCK_FILES.map((it) => join(folder, it)).filter((it) => host.stat(it)?.kind === "file");
  return folder === top || folder === dirname(folder) ? here : [...here, ...lockFilesAbove(dirname(folder), top, host)];
}

const LOCK_FILES = ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];
