import { join } from "node:path";
import { failureOf } from "../failure.js";
import type { Host } from "../host.js";

/**
 * Does something while no other process of this machine does so at this path. Who is at it stands in a folder beside it, by the word
 * of its process: what a killed process left there stands in nobody's way, nor for long what one did that does not go on. `act` may
 * write to the file of that name, and move it into place.
 */
export async function exclusively<T>(path: string, host: Host, act: (own: string) => T): Promise<T> {
  const [folder, word] = [folderOf(path), host.unique()];
  for (let tries = 0; !enter(folder, word, host); tries++) {
    clear(folder, tries >= PATIENCE, host);
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
  try {
    return act(join(folder, word));
  } finally {
    leave(folder, word, host);
  }
}

/** Removes what a killed process left at a path, as far as that can be done. */
export const clearLeft = (path: string, host: Host): void => quietly(() => clear(folderOf(path), false, host));

const folderOf = (path: string): string => `${path}.busy`;

const PAUSE_MS = 20;
/** How many times to try, ten seconds long: what is done here takes milliseconds. */
const PATIENCE = 500;

function enter(folder: string, word: string, host: Host): boolean {
  if (!unless("EEXIST", () => host.mkdir(folder))) return false;
  // While it is empty others take it for one that was left: they may have removed it, and may have made it anew.
  if (!unless("ENOENT", () => host.writeFile(join(folder, word), ""))) return false;
  if (host.readdir(folder)?.every((it) => it.name === word) === true) return true;
  leave(folder, word, host);
  return false;
}

/** Removes what stands there of processes that are not at it any more. */
function clear(folder: string, isLate: boolean, host: Host): void {
  const words = (host.readdir(folder) ?? []).map((it) => it.name);
  if (!isLate && words.some((it) => host.isRunning(it))) return;
  for (const it of words) leave(folder, it, host);
  removed(folder, host);
}

/** A folder in which another word stands cannot be removed, and so stays. */
function leave(folder: string, word: string, host: Host): void {
  removed(join(folder, word), host);
  removed(folder, host);
}

/** Whether it could be done, where it cannot for one reason alone. */
function unless(code: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (failureOf(error)?.code !== code) throw error;
    return false;
  }
}

const removed = (path: string, host: Host): void => quietly(() => host.remove(path));

function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
  }
}
