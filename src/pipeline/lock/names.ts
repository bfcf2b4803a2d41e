import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Held, Lock, Place, Slots } from "../../names/lock.js";
import { isOfValue } from "../../names/places.js";
import { ofWord } from "../../names/word.js";
import { replaceFile } from "../../write/write-one.js";
import { failureOf } from "../failure.js";
import type { Host } from "../host.js";
import type { Job, LockJob } from "../job.js";
import { shownPath } from "../paths.js";
import { type Line, lockPath, lockText, readLines } from "./lines.js";
import { written } from "./own.js";

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
  for (const line of all.filter((it) => !it.text.startsWith("remote "))) {
    const entry = entryOf(line);
    const number = String(line.number);
    if (entry === undefined) diagnostics.report("lock/malformed", undefined, { path, line: number });
    if (entry === undefined || entry.project !== project) continue;
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

type Locked = Pick<Job, "mode"> & { readonly lock: LockJob };

/** Writes the lock where the names in it are others; in a check that is an error. */
export function writeNames(lock: Lock, job: Locked, host: Host, diagnostics: Diagnostics): void {
  const { home, project } = job.lock;
  const path = lockPath(home);
  const { all, conflict } = readLines(home, host);
  const standing = all.map((it) => it.text);
  const isOwn = (text: string): boolean =>
    entryOf({ text, number: 0 })?.project === project && /^(name|was)\b/.test(text);
  const [own, next] = [standing.filter(isOwn), linesOf(lock, project)];
  if (job.mode === "check") {
    // What types looked like only helps to know them again.
    if (!isSame(own.map(withoutSketch), next.map(withoutSketch)))
      diagnostics.report("write/file-out-of-date", undefined, { path: shownPath(path, host) });
  } else if (job.mode === "write" && (conflict !== undefined || !isSame(own, next))) {
    const text = lockText([...standing.filter((it) => !isOwn(it)), ...next]);
    replaced(path, text, host, diagnostics);
  }
}

function replaced(path: string, text: string, host: Host, diagnostics: Diagnostics): void {
  try {
    replaceFile(path, text, host);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    diagnostics.report("write/failed", undefined, { path: shownPath(path, host), reason: failure.reason });
  }
}

interface Entry extends Held {
  readonly kind: "name" | "was";
  readonly project: string | undefined;
  readonly place: Place;
}

function entryOf({ text }: Line): Entry | undefined {
  const [, kind, project, place, rest] = /^(name|was)(?:@(\S+))? (\S.*?) = (\S.*)$/.exec(text) ?? [];
  if (place === undefined || rest === undefined) return undefined;
  const words = rest.split(" ");
  const sketches = words.filter((it) => it.startsWith("~"));
  const names = words.filter((it) => !it.startsWith("~")).map(ofWord);
  // Members of enums are keys, which may be anything.
  if (names.length === 0 || (!isOfValue(place) && !names.every(isIdentifier))) return undefined;
  return {
    kind: kind === "was" ? "was" : "name",
    project: project && ofWord(project),
    place,
    names,
    sketches: sketches.map((it) => it.slice(1)),
  };
}

const isIdentifier = (name: string): boolean => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);

function linesOf({ kept, former }: Lock, project: string | undefined): readonly string[] {
  const mark = project === undefined ? "" : `@${written(project)}`;
  const line = (kind: string, place: Place, names: Slots, sketch = ""): string =>
    `${kind}${mark} ${place} = ${names.map(written).join(" ")}${sketch}`;
  return [
    ...[...kept].map(([place, it]) =>
      line("name", place, it.names, it.sketches.map((sketch) => ` ~${sketch}`).join("")),
    ),
    ...[...former].flatMap(([place, all]) => all.map((names) => line("was", place, names))),
  ];
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  new Set([...a, ...b]).size === new Set(a).size && new Set(a).size === new Set(b).size;

const withoutSketch = (line: string): string => line.replace(/(?: ~[\da-f.-]+)+$/, "");
