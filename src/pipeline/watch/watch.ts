import type { Host, Watching } from "../host.js";
import { isInside } from "../paths.js";
import { Asked } from "./asked.js";
import { Bell } from "./bell.js";

/** What a run came to, not yet told. */
export interface Round {
  readonly ok: boolean;
  /** The folders that it wrote, absolute: what it asked of them does not count. */
  readonly outputs: readonly string[];
  readonly tell: () => Promise<void>;
}

/** Makes a run, for which all files are to be asked through `host`. `changed` are the paths that gave rise to it. */
export type Perform = (host: Host, changed: readonly string[]) => Promise<Round>;

/**
 * Makes a run, and again whenever a file or folder that was asked for in the last one is another. Ends when this process
 * is asked to end.
 *
 * A file may be seen while somebody writes it. So a change counts once nothing is written any more, after a shorter or
 * longer while; and a run that fails after one is told of only when nothing else changes soon after.
 */
export async function watch(host: Host, perform: Perform): Promise<void> {
  const bell = new Bell(host.ending());
  const watcher = new Watcher(host, bell);
  try {
    await rounds(host, perform, bell, watcher);
  } finally {
    await watcher.close();
  }
}

async function rounds(host: Host, perform: Perform, bell: Bell, watcher: Watcher): Promise<void> {
  let changed: readonly string[] = [];
  let before: Asked | undefined;
  while (!bell.isOver) {
    const asked = new Asked(host);
    const { ok, outputs, tell } = await perform(asked.host, changed);
    asked.drop((path) => isOf(path, outputs));
    // A run that failed has not come to ask for everything.
    if (!ok && before !== undefined) asked.keep(before);
    if (ok) await tell();
    await watcher.watch(asked.places());
    changed = !ok && before !== undefined ? await nextChange(asked, bell, PATIENCE_MS) : [];
    if (!ok && changed.length === 0) await tell();
    if (changed.length === 0) changed = await nextChange(asked, bell);
    before = asked;
  }
}

/** How long nothing is written any more to a file that counts as written; one that got much shorter is often being written anew. */
const QUIET_MS = 15;
const SHRUNK_QUIET_MS = 150;
/** How long a run that failed is kept from the user. */
const PATIENCE_MS = 250;

/** The paths that changed since they were asked for, as soon as some have; none when the time is up or the end is near. */
async function nextChange(asked: Asked, bell: Bell, patienceMs?: number): Promise<readonly string[]> {
  for (;;) {
    const found = await settled(asked, bell);
    if (found.length > 0 || bell.isOver || !(await bell.rings(patienceMs))) return found;
  }
}

async function settled(asked: Asked, bell: Bell): Promise<readonly string[]> {
  for (;;) {
    // Taken first: what is written while the changes are looked for makes another round.
    const traces = asked.traces();
    const { paths, shrunk } = asked.changes();
    if (paths.length === 0) return [];
    const ms = shrunk ? SHRUNK_QUIET_MS : QUIET_MS;
    if (await isQuiet(ms, () => traces === asked.traces(), bell)) return paths;
  }
}

/** Looks now and then for as long as all is as it was: who writes a file anew may be ready long before the time is up. */
async function isQuiet(ms: number, isAsBefore: () => boolean, bell: Bell): Promise<boolean> {
  for (let waited = 0; waited < ms && !bell.isOver; waited += QUIET_MS) {
    await bell.pause(QUIET_MS);
    if (!isAsBefore()) return bell.isOver;
  }
  return true;
}

/** In an output folder, that folder, or on the way to it. */
const isOf = (path: string, outputs: readonly string[]): boolean =>
  outputs.some((it) => path === it || isInside(path, it) || isInside(it, path));

/** Has the paths watched that count. */
class Watcher {
  readonly #host: Host;
  readonly #bell: Bell;
  #paths = "";
  #watching: Watching | undefined;

  constructor(host: Host, bell: Bell) {
    this.#host = host;
    this.#bell = bell;
  }

  async watch(paths: readonly string[]): Promise<void> {
    const wanted = JSON.stringify(paths);
    if (wanted === this.#paths) return;
    this.#paths = wanted;
    const before = this.#watching;
    this.#watching = await this.#host.watch(paths, () => this.#bell.ring());
    await before?.close();
  }

  async close(): Promise<void> {
    await this.#watching?.close();
  }
}
