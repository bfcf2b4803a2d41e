import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Lock } from "../../names/lock.js";
import { failureOf } from "../failure.js";
import type { Host } from "../host.js";
import type { ChangeState } from "../job.js";
import { shownPath } from "../paths.js";
import { changeLock } from "./change.js";
import { entryOf, linesOf, withoutSketches } from "./entry.js";
import { clearLeft } from "./exclusive.js";
import { headOf, isNameOf, type Lines, lockPath, readLines } from "./lines.js";
import type { Locked } from "./names.js";

/** Writes the lock where the names in it are others, and gives what became of it; in a check that is an error. */
export async function writeNames(lock: Lock, job: Locked, host: Host, diagnostics: Diagnostics): Promise<ChangeState> {
  const { home, project } = job.lock;
  const [path, lines] = [lockPath(home), readLines(home, host)];
  const isOwn = (text: string): boolean => {
    const head = headOf(text);
    return head !== undefined && isNameOf(head, project) && entryOf(head) !== undefined;
  };
  const [own, next] = [lines.all.map((it) => it.text).filter(isOwn), linesOf(lock, project)];
  if (job.mode === "check") {
    // What types looked like only helps to know them again.
    if (!isSame(own.map(withoutSketches), next.map(withoutSketches)))
      diagnostics.report(host.stat(path) === undefined ? "lock/missing" : "write/file-out-of-date", undefined, {
        path: shownPath(path, host),
      });
    return "same";
  }
  if (job.mode !== "write") return "same";
  if (lines.conflict === undefined && isSame(own, next)) {
    clearLeft(path, host);
    return "same";
  }
  const state = host.stat(path) === undefined ? "added" : "changed";
  const others = ({ all }: Lines): readonly string[] => all.flatMap(({ text }) => (isOwn(text) ? [] : [text]));
  try {
    await changeLock(home, host, (now) => [...others(now), ...next]);
    return state;
  } catch (error) {
    report(error, job, host, diagnostics);
    return "same";
  }
}

/** Where nothing may be written the names are still those of the lock, as far as it goes; a rename that is not noted would come undone. */
function report(error: unknown, { lock }: Locked, host: Host, diagnostics: Diagnostics): void {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  const code = UNWRITABLE.has(failure.code) && !lock.accept ? "lock/not-written" : "write/failed";
  diagnostics.report(code, undefined, { path: shownPath(lockPath(lock.home), host), reason: failure.reason });
}

const UNWRITABLE: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS"]);

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  new Set([...a, ...b]).size === new Set(a).size && new Set(a).size === new Set(b).size;
