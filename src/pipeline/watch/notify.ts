import { dirname, resolve } from "node:path";
import { watch } from "chokidar";
import type { Watching } from "../host.js";

/**
 * Watches paths, and the folders on the way to them from one that all have in common: so that a file or folder is seen
 * again that was removed, replaced or moved away and comes back. Of folders on the way nothing else is watched.
 */
export async function notify(
  paths: readonly string[],
  changed: () => void,
  exists: (path: string) => boolean,
): Promise<Watching> {
  const ways = new Set(paths.flatMap((it) => [it, ...foldersAbove(it)]));
  const watcher = watch(rootOf(paths, exists), { ignoreInitial: true, ignored: (path) => !ways.has(resolve(path)) });
  let timer: ReturnType<typeof setInterval> | undefined;
  // What the system tells first: chokidar itself leaves out changes that soon follow another.
  watcher.on("raw", changed).on("all", changed);
  // Where the system has no more watches to give, looking again and again is what is left.
  watcher.on("error", () => (timer ??= setInterval(changed, LOOK_AGAIN_MS)));
  await new Promise<void>((ready) => watcher.once("ready", () => ready()).once("error", () => ready()));
  return {
    async close() {
      clearInterval(timer);
      await watcher.close();
    },
  };
}

const LOOK_AGAIN_MS = 500;

/** One above the folder that all paths have in common, since that one may go and come back too. */
function rootOf([first = "/", ...rest]: readonly string[], exists: (path: string) => boolean): string {
  const common = foldersAbove(first).find(
    (folder) => exists(folder) && rest.every((it) => foldersAbove(it).includes(folder)),
  );
  return dirname(common ?? first);
}

/** The folders that a path is in, the innermost first. */
function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}
