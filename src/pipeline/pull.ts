import { dirname } from "node:path";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { fails } from "../diagnostics/fails.js";
import { replaceFile } from "../write/write-one.js";
import { failureOf } from "./failure.js";
import type { Host } from "./host.js";
import type { FileChange, Outcome } from "./job.js";
import { type Reading, read } from "./reading.js";
import { shownPath } from "./paths.js";
import { copyPath } from "./remote/copies.js";
import { Fetching, type Pulled } from "./remote/fetching.js";
import { hash } from "./cache/hash.js";
import { changeLock } from "./lock/change.js";
import { type Pin, pinsIn, readPins, withPins } from "./lock/pins.js";

/** What a pull did. The paths of the changes are URLs. */
export interface PullOutcome {
  readonly changes: readonly FileChange[];
  /** What there is to say of each reading, and of the writing. */
  readonly said: readonly Pick<Outcome, "diagnostics" | "sources">[];
}

/**
 * Gets all that runs would read from the network: inputs that are URLs, and what they and other inputs refer to. It is
 * written into `home`, the folder of the config file, and pinned in the lock there, all of it or nothing. Where the
 * readings are not the `whole` of what the config names, what else is pinned stays; so does what other configs there have pinned.
 */
export async function pull(
  readings: readonly Reading[],
  { home, config, whole }: { readonly home: string; readonly config: string | undefined; readonly whole: boolean },
  host: Host,
): Promise<PullOutcome> {
  const all = new Map<string, Pulled>();
  const said = [];
  for (const it of readings) said.push(await get(it, all, host));
  if (said.some((it) => fails(it.diagnostics, false))) return { changes: [], said };
  const known = readPins(home, host);
  const found = [...all.values()].map((it) => ({ ...it.pin, config }));
  const isAsked = (it: Pin): boolean => it.config === config && (whole || all.has(it.url));
  // There is one copy of what several configs have pinned, and this is it now.
  const current = (it: Pin): Pin => ({ ...(all.get(it.url)?.pin ?? it), config: it.config });
  const beside = (those: readonly Pin[]): readonly Pin[] => [
    ...found,
    ...those.filter((it) => !isAsked(it)).map(current),
  ];
  const diagnostics = new Diagnostics();
  try {
    for (const { path, bytes } of all.values()) replaceFile(path, bytes, host);
    await changeLock(home, host, (lines) => withPins(lines, beside(pinsIn(lines))));
    removeOld(known, beside(known), home, host);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    diagnostics.report("write/failed", undefined, { path: shownPath(home, host), reason: failure.reason });
  }
  return {
    changes: changesOf(known.filter(isAsked), found),
    said: [...said, { diagnostics: diagnostics.all, sources: [] }],
  };
}

/** Reads as a run does, from the network. */
async function get(
  reading: Reading,
  all: Map<string, Pulled>,
  host: Host,
): Promise<Pick<Outcome, "diagnostics" | "sources">> {
  const diagnostics = new Diagnostics();
  const remote = new Fetching(reading.remote, all, host, diagnostics);
  const { sources, load } = await read(reading, host, diagnostics, remote);
  if (!diagnostics.failed) await load();
  return { diagnostics: diagnostics.all, sources: sources() };
}

function changesOf(known: readonly Pin[], pins: readonly Pin[]): readonly FileChange[] {
  const before = new Map(known.map((it) => [it.url, it.hash]));
  const now = new Set(pins.map((it) => it.url));
  const state = ({ url, hash: found }: Pin): FileChange["state"] =>
    before.has(url) ? (before.get(url) === found ? "same" : "changed") : "added";
  const gone = known.filter((it) => !now.has(it.url)).map((it): FileChange => ({ path: it.url, state: "removed" }));
  return [...pins.map((it): FileChange => ({ path: it.url, state: state(it) })), ...gone].toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

/** Copies that nothing refers to any more, as far as they are what was pulled. */
function removeOld(known: readonly Pin[], pins: readonly Pin[], home: string, host: Host): void {
  const kept = new Set(pins.map((it) => copyPath(home, it.url)));
  for (const pin of known) {
    const path = copyPath(home, pin.url);
    const bytes = kept.has(path) ? undefined : host.readFile(path);
    if (bytes === undefined || hash(bytes) !== pin.hash) continue;
    host.remove(path);
    for (let folder = dirname(path); folder !== home && host.readdir(folder)?.length === 0; folder = dirname(folder))
      host.remove(folder);
  }
}
