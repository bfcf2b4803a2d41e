import type { Held, Lock, Place, Slots } from "../../names/lock.js";
import { isOfValue } from "../../names/places.js";
import { ofWord } from "../../names/word.js";
import type { Head } from "./lines.js";
import { written } from "./own.js";

/** A line of the lock that holds a name. */
export interface Entry extends Held {
  readonly kind: "name" | "was";
  readonly project: string | undefined;
  readonly place: Place;
}

/** Undefined where a line that begins like this holds none as it should. */
export function entryOf({ kind, project, rest }: Head): Entry | undefined {
  if (kind === "remote") return undefined;
  const [, place, words] = /^(\S.*?) = (\S.*)$/.exec(rest) ?? [];
  if (place === undefined || words === undefined) return undefined;
  const all = words.split(" ");
  const sketches = all.filter((it) => it.startsWith("~"));
  const names = all.filter((it) => !it.startsWith("~")).map(ofWord);
  // Members of enums are keys, which may be anything.
  if (names.length === 0 || (!isOfValue(place) && !names.every(isIdentifier))) return undefined;
  return { kind, project, place, names, sketches: sketches.map((it) => it.slice(1)) };
}

const isIdentifier = (name: string): boolean => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);

/** The lines of the names of a project. */
export function linesOf({ kept, former }: Lock, project: string | undefined): readonly string[] {
  const mark = project === undefined ? "" : `@${written(project)}`;
  const line = (kind: Entry["kind"], place: Place, names: Slots, sketches: readonly string[] = []): string =>
    `${kind}${mark} ${place} = ${[...names.map(written), ...sketches.map((it) => `~${it}`)].join(" ")}`;
  return [
    ...[...kept].map(([place, it]) => line("name", place, it.names, it.sketches)),
    ...[...former].flatMap(([place, all]) => all.map((names) => line("was", place, names))),
  ];
}

/** A line without what only helps to know a type again. */
export const withoutSketches = (text: string): string => text.replace(/(?: ~[^ ~]+)+$/, "");
