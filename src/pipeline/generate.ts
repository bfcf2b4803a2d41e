import { Diagnostics } from "../diagnostics/diagnostics.js";
import { fails } from "../diagnostics/fails.js";
import { afresh } from "../memo/memo.js";
import { header } from "../write/header.js";
import { write } from "../write/write.js";
import { front } from "./front.js";
import type { Host } from "./host.js";
import { writeNames } from "./lock/write-names.js";
import type { Job, Observer, Outcome } from "./job.js";
import type { Memory } from "./memory.js";
import { Stopwatch } from "./stopwatch.js";
import type { Understand } from "./understand.js";

/**
 * One run, from the inputs to the output folder:
 *
 *     text --read--> SourceTree --load--> Document --lower--> IR --passes--> IR --names--> Names
 *          --emit--> declarations --print--> text --write--> output
 *
 * The arrows up to the names are in `front.ts`, since `inspect` takes the same way. What only emitting needs is loaded
 * here and not before: a run that the inputs end never pays for it. A file is printed as soon as it is emitted. With the
 * `memory` of an earlier run only what has changed since is done again; what comes out is the same. `understand` may know
 * what the inputs come to.
 */
export async function generate(
  job: Job,
  host: Host,
  observer?: Observer,
  memory?: Memory,
  understand?: Understand,
): Promise<Outcome> {
  const diagnostics = new Diagnostics();
  const watch = new Stopwatch(host, observer);
  const { sources, api, names, lock } = await front(job, host, diagnostics, watch, memory, understand);
  const outcome = (files: Outcome["files"], written?: Outcome["lock"]): Outcome => ({
    files,
    ...(written && { lock: written }),
    diagnostics: diagnostics.all,
    sources,
    stages: watch.stages,
  });
  if (api === undefined || names === undefined || fails(diagnostics.all, job.strict)) return outcome([]);

  const { emit, formatted } = await watch.time("import", () => host.load(() => import("./back.js")));
  const emitted = await watch.time("emit", () =>
    emit({ api, names, remember: memory?.emit.begin() ?? afresh }, host.assets("templates/runtime"), header),
  );
  const files =
    job.format === "none" ? emitted : await watch.time("format", () => formatted(emitted, job, diagnostics));
  const changes = await watch.time("write", () => write(files, job, host, diagnostics));
  // After the output: names that nothing has yet must not be held.
  const isLocked = job.lock?.isWhole === true && (job.mode === "check" || !fails(diagnostics.all, job.strict));
  if (!isLocked || job.lock === undefined || lock === undefined) return outcome(changes);
  return outcome(changes, await writeNames(lock, { ...job, lock: job.lock }, host, diagnostics));
}
