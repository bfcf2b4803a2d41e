import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../document/document.js";
import type { Api } from "../ir/types.js";
import { lower } from "../lower/lower.js";
import { assignNames } from "../names/assign.js";
import { assignLocked } from "../names/assign-locked.js";
import type { Lock } from "../names/lock.js";
import type { Names } from "../names/names.js";
import { respelled, typeIdsAt } from "../names/places.js";
import { runPasses } from "../passes/passes.js";
import type { ReadSource } from "../read/read.js";
import type { Source } from "../read/source.js";
import { brokenReference } from "./broken-reference.js";
import type { Host } from "./host.js";
import type { Job } from "./job.js";
import { readNames } from "./lock/names.js";
import type { Memory } from "./memory.js";
import { read } from "./reading.js";
import type { Stopwatch } from "./stopwatch.js";

/** What the first half of a run comes to. A member is absent where an error ended the run before it. */
export interface Front {
  readonly sources: readonly Source[];
  readonly document?: Document;
  readonly api?: Api;
  readonly names?: Names;
  /** The lock as it is to be, where names are locked. */
  readonly lock?: Lock | undefined;
}

/** From text to names: all that can find fault with the inputs, without anything that only emitting needs. */
export async function front(
  job: Job,
  host: Host,
  diagnostics: Diagnostics,
  watch: Stopwatch,
  memory?: Memory,
  readOne?: ReadSource,
): Promise<Front> {
  const said = new Diagnostics();
  const { sources, load } = await watch.time("read", () => read(job, host, said, undefined, readOne));
  const loaded = said.failed ? undefined : await watch.time("load", load);
  const document = loaded && (memory?.settle(loaded) ?? loaded);
  diagnostics.add(said, document && brokenReference);
  if (document === undefined || diagnostics.failed) return { sources: sources(), ...(document && { document }) };
  const lowered = await watch.time("lower", () => lower(document, diagnostics, memory?.lower.begin()));
  const lock = job.lock && readNames({ ...job, lock: job.lock }, host, diagnostics);
  const keptTypes = lock && typeIdsAt(respelled(lock, lowered.operations), lowered.operations);
  const options = { ...job, ...(keptTypes && { keptTypes }) };
  const api = await watch.time("passes", () => {
    const passed = runPasses(lowered, options, diagnostics, memory?.passes.begin());
    return memory?.api.share(passed) ?? passed;
  });
  if (diagnostics.failed) return { sources: sources(), document, api };
  const named = await watch.time("names", () =>
    job.lock && lock
      ? assignLocked(api, lock, job.lock, diagnostics)
      : { names: assignNames(api, diagnostics), lock: undefined },
  );
  const names = memory?.names.share(named.names) ?? named.names;
  return { sources: sources(), document, api, ...named, names };
}
