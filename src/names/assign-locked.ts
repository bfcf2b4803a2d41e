import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Api, Origin, TypeDecl, TypeOf } from "../ir/types.js";
import { assignNames } from "./assign.js";
import { type Held, type Lock, OPERATION_SLOTS, type Place, type Slots } from "./lock.js";
import { moved, movesOf } from "./moved.js";
import type { Names } from "./names.js";
import { isOfValue, type Places, placesOf, respelled } from "./places.js";
import { sketchOf } from "./sketch.js";
import { useSketchOf } from "./use-sketch.js";
import { type Uses, usesOf } from "./uses.js";

export interface LockedOptions {
  /** Whether what would be called otherwise today is called so from now on. */
  readonly accept: boolean;
  /** Whether what it was called before stays as an alias. */
  readonly aliases: boolean;
}

/**
 * Names everything with regard to the names that the lock has, and gives the lock as it is to be from now on. Places keep their
 * names; where a thing is at another place, an error says so, unless its new name is accepted.
 */
export function assignLocked(
  api: Api,
  given: Lock,
  { accept, aliases }: LockedOptions,
  diagnostics: Diagnostics,
): { readonly names: Names; readonly lock: Lock } {
  const places = placesOf(api.operations);
  const spelled = respelled(given, api.operations);
  const before = aliases ? spelled : { ...spelled, former: new Map() };
  const lock = accept ? accepted(api, before, aliases, places, diagnostics) : before;
  const names = assignNames(api, diagnostics, lock);
  if (!accept) reportMoves(api, lock, names, places, diagnostics);
  const kept = keptOf(api, names, places, usesOf(api, places));
  return { names, lock: { kept, former: new Map([...lock.former].filter(([place]) => kept.has(place))) } };
}

function reportMoves(api: Api, lock: Lock, names: Names, places: Places, diagnostics: Diagnostics): void {
  for (const { from, held, to } of movesOf(api, lock, places)) {
    const [name = "", chosen = ""] = [held.names[0], names.types[to.id]?.name];
    if (name !== chosen) diagnostics.report("names/moved", { ...to.origin, at: "key" }, { name, place: from, chosen });
  }
}

/** The lock with the names that things would have without it; those that they had are kept beside where aliases are wanted. */
function accepted(api: Api, before: Lock, aliases: boolean, places: Places, diagnostics: Diagnostics): Lock {
  const kept = keptOf(api, assignNames(api, new Diagnostics()), places, new Map());
  const moves = new Map(movesOf(api, before, places).map(({ from, to }) => [from, places.type(to)]));
  const origins = originsOf(api, places);
  const former = new Map<Place, readonly Slots[]>();
  const given = new Set([...kept].flatMap(([place, it]) => it.names.map((name) => spaceOf(place) + name)));
  const add = (place: Place, all: readonly Slots[]): unknown =>
    former.set(place, [...all, ...(former.get(place) ?? [])]);
  for (const [place, all] of before.former) add(moved(place, moves), all);
  for (const [from, { names: old }] of before.kept) {
    const place = moved(from, moves);
    const now = kept.get(place)?.names;
    const slot = old.findIndex((name, i) => now?.[i] !== undefined && now[i] !== name);
    if (slot < 0) continue;
    diagnostics.report("names/renamed", origins.get(place), { from: old[slot] ?? "", name: now?.[slot] ?? "" });
    // What something else is called now cannot stay as an alias.
    const free = old.map((it, i) => (given.has(spaceOf(place) + it) ? (now?.[i] ?? it) : it));
    if (aliases && origins.has(place) && free.join() !== now?.join()) add(place, [free]);
  }
  return { kept, former };
}

/** What parts the names of the values of a type from those of other types, and from those that are exported. */
const spaceOf = (place: Place): string => (isOfValue(place) ? place.replace(/[^ ]+$/, "") : "");

const originsOf = ({ types, operations }: Api, places: Places): ReadonlyMap<Place, Origin> =>
  new Map([
    ...types.map((it) => [places.type(it), it.origin] as const),
    ...types.flatMap((it) => valuesOf(it).map(({ value }) => [places.value(it, value), it.origin] as const)),
    ...operations.map((it) => [places.operation(it), it.origin] as const),
  ]);

/** What everything is called now, by its place. */
function keptOf(api: Api, names: Names, places: Places, uses: Uses): ReadonlyMap<Place, Held> {
  const kept = new Map<Place, Held>();
  for (const it of api.operations) {
    const symbols = names.operations[it.id];
    const slots = OPERATION_SLOTS.flatMap((slot) => symbols?.[slot]?.name ?? []);
    kept.set(places.operation(it), { names: slots, sketches: [] });
  }
  for (const it of api.types) {
    const name = names.types[it.id]?.name;
    if (name === undefined) continue;
    const sketch = it.owner === undefined ? (sketchOf(it.type) ?? useSketchOf(it.type, uses.get(it.id))) : undefined;
    kept.set(places.type(it), { names: [name], sketches: sketch === undefined ? [] : [sketch] });
    const members = names.members[it.id] ?? [];
    valuesOf(it).forEach(({ value }, i) => {
      const member = members[i];
      if (member !== undefined) kept.set(places.value(it, value), { names: [member.name], sketches: [] });
    });
  }
  return kept;
}

const valuesOf = ({ type }: TypeDecl): readonly TypeOf<"literal">[] =>
  (type.kind === "union" ? type.members : [type]).filter((it): it is TypeOf<"literal"> => it.kind === "literal");
