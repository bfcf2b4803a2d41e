import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Held, Lock, Place, Slots } from "../../names/lock.js";
import type { Host } from "../host.js";
import type { Job, LockJob } from "../job.js";
import { shownPath } from "../paths.js";
import { entryOf } from "./entry.js";
import { headOf, isNameOf, lockPath, readLines } from "./lines.js";

/**
 * The names in the lock: `name GET /pets = listPets …` is what a place has, `was GET /pets = getPets …` what it had and keeps as
 * an alias; `name@store` where the config file has several projects. What is at fault with it is said.
 */
export function readNames({ mode, lock }: Locked, host: Host, diagnostics: Diagnostics): Lock {
  const { home, project } = lock;
  const { all, conflict } = readLines(home, host);
  const path = shownPath(lockPath(home), host);
  const kept = new Map<Place, Held & { readonly line: string }>();
  const former = new Map<Place, readonly Slots[]>();
  // What is written keeps the lines of both sides.
  if (conflict !== undefined && (mode !== "write" || !lock.isWhole))
    diagnostics.report("lock/conflict", undefined, { path, line: String(conflict) });
  for (const line of all) {
    const head = headOf(line.text);
    if (head !== undefined && !isNameOf(head, project)) continue;
    const entry = head && entryOf(head);
    const number = String(line.number);
    if (entry === undefined) diagnostics.report("lock/malformed", undefined, { path, line: number });
    if (entry === undefined) continue;
    const { kind, place, names, sketches } = entry;
    if (kind === "was") former.set(place, [...(former.get(place) ?? []), names]);
    else {
      const earlier = kept.get(place);
      if (earlier !== undefined && earlier.names.join() !== names.join())
        diagnostics.report("lock/contradiction", undefined, { path, line: number, other: earlier.line, place });
      kept.set(place, { names, sketches: [...(earlier?.sketches ?? []), ...sketches], line: number });
    }
  }
  return { kept, former };
}

/** A run for which names are locked. */
export type Locked = Pick<Job, "mode"> & { readonly lock: LockJob };
