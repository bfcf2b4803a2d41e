import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Api } from "../ir/types.js";
import { assignNames } from "../names/assign.js";
import { assignLocked } from "../names/assign-locked.js";
import type { Lock } from "../names/lock.js";
import type { Names } from "../names/names.js";
import { respelled, typeIdsAt } from "../names/places.js";
import { runPasses } from "../passes/passes.js";
import type { Host } from "./host.js";
import type { Job } from "./job.js";
import { readNames } from "./lock/names.js";
import type { Memory } from "./memory.js";
import type { Stopwatch } from "./stopwatch.js";
import { type Understand, understanding, type Understood } from "./understand.js";

/** What the first half of a run comes to. A member is absent where an error ended the run before it. */
export interface Front extends Understood {
  /** The API as it is emitted. */
  readonly api?: Api;
  readonly names?: Names;
  /** The lock as it is to be, where names are locked. */
  readonly lock?: Lock | undefined;
}

/**
 * From text to names: all that can find fault with the inputs, without anything that only emitting needs. `understand` gives what
 * the inputs come to, where that is known already.
 */
export async function front(
  job: Job,
  host: Host,
  diagnostics: Diagnostics,
  watch: Stopwatch,
  memory?: Memory,
  understand: Understand = understanding(host, memory),
): Promise<Front> {
  const { api: lowered, ...understood } = await understand(job, diagnostics, watch);
  if (lowered === undefined) return understood;
  const lock = job.lock && readNames({ ...job, lock: job.lock }, host, diagnostics);
  const keptTypes = lock && typeIdsAt(respelled(lock, lowered.operations), lowered.operations);
  const options = { ...job, ...(keptTypes && { keptTypes }) };
  const api = await watch.time("passes", () => {
    const passed = runPasses(lowered, options, diagnostics, memory?.passes.begin());
    return memory?.api.share(passed) ?? passed;
  });
  if (diagnostics.failed) return { ...understood, api };
  const named = await watch.time("names", () =>
    job.lock && lock
      ? assignLocked(api, lock, job.lock, diagnostics)
      : { names: assignNames(api, diagnostics), lock: undefined },
  );
  const names = memory?.names.share(named.names) ?? named.names;
  return { ...understood, api, ...named, names };
}
