import { append } from "../../diagnostics/pointer.js";
import { isObject } from "../values.js";
import type { Dialect } from "../version.js";
import type { Discovery } from "./discover.js";
import { type Claim, nameParts } from "./name-parts.js";
import type { Resources } from "./resources.js";
import { scopeAt } from "./scope.js";
import { sectionOf, sections } from "./sections.js";
import { holds, isPure, isWithin, nodeAt, siteKey, type Unit } from "./unit.js";

/** Where the parts of a bundle stand in it, by JSON Pointer. */
export type Homes = ReadonlyMap<Unit, Home>;
export interface Home {
  readonly pointer: string;
  /** Whether it is put there as a new component; else what stands there already becomes it, or holds it. */
  readonly isNew: boolean;
}

/** Finds a place for each part of each input. Inputs are joined later, so one name must not mean two things in any of them. */
export function findHomes(discoveries: readonly Discovery[], resources: Resources): ReadonlyMap<Discovery, Homes> {
  const given = new Map(discoveries.map((it) => [it, givenHomes(it, resources)] as const));
  const unnamed = discoveries.flatMap((it) => it.parts.filter((part) => given.get(it)?.has(part) !== true));
  const names = nameParts(new Set(unnamed), discoveries.flatMap(componentsOf));
  return new Map(
    [...given].map(([discovery, homes]) => {
      const named = discovery.parts
        .filter((it) => !homes.has(it))
        .map((it) => [it, componentHome(it, discovery.root.dialect, names)] as const);
      const all = new Map([...homes, ...named]);
      return [discovery, new Map([...all].map(([part, home]) => [part, absolute(home, all)]))] as const;
    }),
  );
}

/** Either a pointer, or a place within another part that is taken in anyway. */
type Found = Home | { readonly within: Unit; readonly inner: string };

const absolute = (home: Found, all: ReadonlyMap<Unit, Found>): Home => {
  if (!("within" in home)) return home;
  const outer = all.get(home.within);
  // The outer one is a part of the same bundle, and is not within the inner one.
  if (outer === undefined) throw new Error(`No home for ${home.within.spot.pointer}`);
  return { pointer: absolute(outer, all).pointer + home.inner, isNew: false };
};

/** The places that parts have without a name of their own. */
function givenHomes(discovery: Discovery, resources: Resources): ReadonlyMap<Unit, Found> {
  const homes = new Map<Unit, Found>(aliasHomes(discovery, resources));
  const homed = discovery.splices.filter((it) => it.home !== undefined);
  for (const part of discovery.parts) {
    if (homes.has(part)) continue;
    const splice = part.scope.key === "" ? homed.find((it) => holds(it, part.spot)) : undefined;
    const outer = splice === undefined ? discovery.parts.find((it) => it !== part && contains(it, part)) : undefined;
    const inner = part.spot.pointer.slice((splice ?? outer)?.spot.pointer.length);
    if (splice !== undefined) homes.set(part, { pointer: `${splice.home ?? ""}${inner}`, isNew: false });
    else if (outer !== undefined) homes.set(part, { within: outer, inner });
  }
  return homes;
}

const contains = (outer: Unit, { spot, kind, scope }: Unit): boolean =>
  outer.scope.key + scope.key === "" &&
  outer.spot.pointer !== spot.pointer &&
  holds(outer, spot) &&
  (!isObject(spot.node) || outer.nodes.get(spot.node)?.position === kind.position);

/** A component that only refers to a part is the part. Of several the first by name is; the others refer to it. */
function aliasHomes({ root, splices, targets }: Discovery, resources: Resources): ReadonlyMap<Unit, Home> {
  const aliases = [root, ...splices].flatMap((unit) =>
    unit.sites.flatMap((site) => {
      const target = targets.get(siteKey(site, scopeAt(resources, root.spot, unit, site.base)));
      const pointer = unit.home === undefined ? undefined : unit.home + site.inner;
      if (target?.kind !== "part" || pointer === undefined || !isPure(site)) return [];
      return isComponent(pointer, target.unit, root.dialect) ? [{ pointer, unit: target.unit }] : [];
    }),
  );
  const sorted = aliases.toSorted((a, b) => (a.pointer < b.pointer ? 1 : -1));
  return new Map(sorted.map(({ unit, pointer }) => [unit, { pointer, isNew: false }] as const));
}

function isComponent(pointer: string, { kind }: Unit, dialect: Dialect): boolean {
  return pointer.slice(0, pointer.lastIndexOf("/")) === sectionOf(kind, dialect);
}

const componentHome = (part: Unit, dialect: Dialect, names: ReadonlyMap<Unit, string>): Home => ({
  pointer: append(sectionOf(part.kind, dialect) ?? "", names.get(part) ?? ""),
  isNew: true,
});

/** What an input has by a name of its own. */
function componentsOf({ root, splices }: Discovery): readonly Claim[] {
  return [root, ...splices].flatMap(({ home, spot }) =>
    Object.entries(sections[root.dialect]).flatMap(([position, section]) => {
      if (home === undefined || !isWithin(section, home)) return [];
      const inner = section.slice(home.length);
      const members = nodeAt(spot.node, inner);
      const place = (name: string): string => `${spot.source.index} ${append(spot.pointer + inner, name)}`;
      return Object.keys(isObject(members) ? members : {}).map((name) => ({ position, name, place: place(name) }));
    }),
  );
}
