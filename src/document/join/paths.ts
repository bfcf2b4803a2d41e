import type { Cursor } from "../cursor.js";
import { type Changes, changedCopy, changes, type Fact, type Join, keep, setFact, withChanges } from "./fact.js";
import {
  ADDITIONAL,
  homeAt,
  type Home,
  listHomes,
  type Known,
  PathIndex,
  sameSpot,
  type Spot,
  spotsOf,
} from "./index-paths.js";
import { joinOperation, takeOperation } from "./operation.js";
import type { Renames } from "./parameters.js";
import { METHODS } from "../methods.js";

/**
 * The paths of all inputs, joined one input after the other. What is known of them and the object that holds them grow
 * with each input: to go through all of them each time would take a folder of pages the square of its size.
 */
export class PathJoin {
  readonly #join: Join;
  readonly #index = new PathIndex();
  /** The paths, once a join has made an object for them: nobody else holds it. */
  #made: Record<string, unknown> | undefined;

  constructor(join: Join, first: Cursor) {
    this.#join = join;
    for (const home of listHomes(first)) this.#index.add(home);
  }

  /**
   * Joins the paths of a later input. Operations meet by operationId or by method and path; `inherited` is what holds for
   * the later ones by their own root, and would not hold under the joined one. Gives what has changed.
   */
  join(earlier: Cursor, later: Cursor, inherited: Changes): ReadonlyMap<string, Fact> {
    const known = this.#index.in(earlier);
    const changed = new Map<string, Fact>();
    for (const guest of listHomes(later)) {
      const home = known.homeOf(guest.path);
      const fact = home
        ? joinItem(this.#join, known, home, guest, inherited)
        : takeItem(this.#join, known, guest, inherited);
      if (fact !== undefined && fact.value !== home?.item.value) changed.set(home?.path ?? guest.path, fact);
    }
    return changed;
  }

  /** All paths, with what has changed; `paths` are those of the inputs so far, or else of the later one. */
  changed(paths: Cursor, changed: ReadonlyMap<string, Fact>): Fact {
    if (changed.size === 0) return paths;
    if (this.#made === undefined) this.#made = changedCopy(this.#join, paths, changed);
    else for (const [path, fact] of changed) setFact(this.#join, this.#made, path, fact);
    return { value: this.#made, origin: paths.origin };
  }

  /** Takes note of paths as the joined description has them now. */
  note(root: Cursor, changed: Iterable<string>): void {
    for (const path of changed) {
      const home = homeAt(root, path);
      if (home !== undefined) this.#index.add(home);
    }
  }
}

/** A path that both inputs have. What the later one says for all its operations goes into each that is taken from it. */
function joinItem(join: Join, known: Known, home: Home, guest: Home, inherited: Changes): Fact {
  const renames = renamesOf(join, home, guest);
  const changed = changes(join, home.item, guest.item, () => keep);
  for (const key of ["$ref", "parameters", "servers", ADDITIONAL, ...METHODS]) changed.delete(key);
  const joined = new Map<Spot, Fact | undefined>();
  for (const spot of spotsOf(guest)) {
    const earlier = sameSpot(home.item, spot);
    if (isElsewhere(join, known, home.path, spot)) {
      // Where the earlier input has no such map, that of the later one is taken without it.
      if (earlier === undefined) joined.set(spot, undefined);
      continue;
    }
    const later = { item: guest.item, operation: spot.operation };
    const fact = earlier
      ? joinOperation(join, { item: home.item, operation: earlier }, later, renames)
      : takeOperation(join, later, renames, inherited);
    if (fact.value !== earlier?.value) joined.set(spot, fact);
  }
  return withChanges(join, home.item, new Map([...changed, ...byMember(join, home, guest, joined)]));
}

/** What becomes of operations, by the members of the path item that they stand in. */
function byMember(join: Join, home: Home, guest: Home, joined: ReadonlyMap<Spot, Fact | undefined>): Changes {
  const changesOf = (isAdditional: boolean): Map<string, Fact | undefined> =>
    new Map([...joined].flatMap(([it, fact]) => (it.isAdditional === isAdditional ? [[it.method, fact]] : [])));
  const [own, additional] = [changesOf(false), changesOf(true)];
  const holder = home.item.get(ADDITIONAL) ?? guest.item.get(ADDITIONAL);
  const isChanged = holder !== undefined && additional.size > 0;
  return isChanged ? own.set(ADDITIONAL, withChanges(join, holder, additional)) : own;
}

/** A path that only the later input has; undefined when nothing of it is left. */
function takeItem(join: Join, known: Known, guest: Home, inherited: Changes): Fact | undefined {
  const spots = spotsOf(guest);
  const lost = new Set(spots.filter((spot) => isElsewhere(join, known, guest.path, spot)));
  if (spots.length > 0 && lost.size === spots.length) return undefined;
  const taken = new Map(spots.map((it) => [it, lost.has(it) ? undefined : inheriting(join, it, guest, inherited)]));
  const changed = new Map([...taken].filter(([spot, fact]) => fact?.value !== spot.operation.value));
  return withChanges(join, guest.item, byMember(join, guest, guest, changed));
}

function inheriting(join: Join, { operation }: Spot, { item }: Home, inherited: Changes): Fact {
  const missing = [...inherited].filter(([key]) => !operation.has(key) && !item.has(key));
  return withChanges(join, operation, new Map(missing));
}

/** One operationId for two requests: one of them would have to be called by another's name. */
function isElsewhere(
  { diagnostics }: Join,
  known: Known,
  path: string,
  { method, operation, path: written }: Spot,
): boolean {
  const id = operation.text("operationId");
  const earlier = id === undefined ? undefined : known.spotOf(id);
  if (id === undefined || earlier === undefined || (earlier.path === path && earlier.method === method)) return false;
  const says = (it: { readonly method: string; readonly path: string }): string =>
    `${it.method.toUpperCase()} ${it.path}`;
  diagnostics.report(
    "document/operation-conflict",
    { ...operation.origin, at: "key" },
    { id, later: says({ method, path: written }), earlier: says(earlier) },
    [{ message: "The earlier input has it here.", target: { ...earlier.operation.origin, at: "key" } }],
  );
  return true;
}

/** Which names of the earlier input stand for which of the later one: by their order in the path. */
function renamesOf({ diagnostics }: Join, home: Home, guest: Home): Renames {
  const [own, other] = [namesIn(home.path), namesIn(guest.path)];
  const pairs = other.flatMap((name, i) => (own[i] === undefined || own[i] === name ? [] : [[name, own[i]] as const]));
  if (pairs.length > 0) {
    diagnostics.report(
      "document/path-names",
      { ...guest.item.origin, at: "key" },
      { later: guest.path, earlier: home.path },
      [{ message: "The earlier input has the path here.", target: { ...home.item.origin, at: "key" } }],
    );
  }
  return new Map(pairs);
}

const namesIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name]) => name ?? []);
