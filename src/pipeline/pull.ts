import { dirname } from "node:path";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { replaceFile } from "../write/write-one.js";
import { failureOf } from "./failure.js";
import type { Host } from "./host.js";
import type { FileChange, Outcome } from "./job.js";
import { type Reading, read } from "./reading.js";
import { shownPath } from "./paths.js";
import { copyPath } from "./remote/copies.js";
import { Fetching } from "./remote/fetching.js";
import { hash } from "./cache/fingerprint.js";
import { lockPath } from "./lock/lines.js";
import { lockWithPins, type Pin, readPins } from "./lock/pins.js";

/** What a pull did. The paths of the changes are URLs. */
export type PullOutcome = Pick<Outcome, "diagnostics" | "sources"> & { readonly changes: readonly FileChange[] };

/**
 * Gets all that a run would read from the network: inputs that are URLs, and what they and other inputs refer to. It is
 * written beside the config file and pinned in the lock, all of it or nothing.
 */
export async function pull(reading: Reading, host: Host): Promise<PullOutcome> {
  const diagnostics = new Diagnostics();
  const remote = new Fetching(reading.remote, host, diagnostics);
  const { sources, load } = await read(reading, host, diagnostics, remote);
  if (!diagnostics.failed) await load();
  const known = readPins(reading.remote.home, host);
  const pins = remote.pulled.map((it) => it.pin);
  const changes = diagnostics.failed ? [] : changesOf(known, pins);
  try {
    if (!diagnostics.failed) {
      for (const { path, bytes } of remote.pulled) replaceFile(path, bytes, host);
      replaceFile(lockPath(reading.remote.home), lockWithPins(pins, reading.remote.home, host), host);
      removeOld(known, pins, reading, host);
    }
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    const path = shownPath(reading.remote.home, host);
    diagnostics.report("write/failed", undefined, { path, reason: failure.reason });
  }
  return { diagnostics: diagnostics.all, sources: sources(), changes };
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
function removeOld(known: readonly Pin[], pins: readonly Pin[], { remote: { home } }: Reading, host: Host): void {
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
