import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Source } from "../../read/source.js";
import { checkVersion, type Dialect, dialectOf, isDescription } from "../version.js";
import type { Finder } from "./find.js";
import type { Resources } from "./resources.js";
import { sectionOf } from "./sections.js";
import type { Spot } from "./spot.js";
import { holds, type Site, siteKey, type Unit, unitOf } from "./unit.js";

/** An input with all that its references lead to. */
export interface Discovery {
  readonly root: Unit;
  /** What becomes a component. */
  readonly parts: readonly Unit[];
  /** What takes the place of references where a description has no components. */
  readonly splices: readonly Unit[];
  /** What a site of a key names; a site without a target stays as it is. */
  readonly targets: ReadonlyMap<string, Target>;
}
export type Target =
  | { readonly kind: "root"; readonly pointer: string }
  | { readonly kind: "part"; readonly unit: Unit }
  | { readonly kind: "splice"; readonly unit: Unit };

export interface Discovering {
  readonly finder: Finder;
  readonly resources: Resources;
  readonly diagnostics: Diagnostics;
  /** The dialect of each whole description that was met; undefined for one that cannot be used, which was said. */
  readonly dialects: Map<Source, Dialect | undefined>;
}

/** Follows every reference of an input, and those of what they lead to. */
export async function discover(ctx: Discovering, root: Unit): Promise<Discovery> {
  const found = new Map<string, Unit>();
  const targets = new Map<string, Target>();
  const queue = [root];
  // An array is iterated with what is added on the way.
  for (const unit of queue)
    for (const site of unit.sites) {
      const key = siteKey(site);
      if (targets.has(key)) continue;
      const target = await targetOf(ctx, root, unit, site, found);
      if (target !== undefined) targets.set(key, target);
      if (target !== undefined && target.kind !== "root" && !queue.includes(target.unit)) queue.push(target.unit);
    }
  const isPart = (it: Unit): boolean => sectionOf(it.kind, root.dialect) !== undefined;
  const units = [...found.values()];
  return { root, parts: units.filter(isPart), splices: units.filter((it) => !isPart(it)), targets };
}

async function targetOf(
  ctx: Discovering,
  root: Unit,
  unit: Unit,
  site: Site,
  found: Map<string, Unit>,
): Promise<Target | undefined> {
  const origin = { source: unit.spot.source.index, pointer: `${site.pointer}/$ref` };
  const isInRoot = (it: Spot): boolean => holds(root, it);
  const from = { ...unit.spot, base: site.base };
  const spot = await ctx.finder.find(from, { reference: site.reference, origin }, isInRoot);
  if (spot === undefined) return undefined;
  if (site.reference !== site.reference.trim()) ctx.diagnostics.report("ref/spaces", origin, { ref: site.reference });
  const isPart = sectionOf(site.kind, root.dialect) !== undefined;
  if (isPart && isInRoot(spot)) return { kind: "root", pointer: spot.pointer };
  const known = found.get(unitKey(spot, site)) ?? newUnit(ctx, unit, site, spot, isPart);
  if (known === undefined) return undefined;
  found.set(unitKey(spot, site), known);
  return { kind: isPart ? "part" : "splice", unit: known };
}

const unitKey = ({ source, pointer }: Spot, { kind }: Site): string =>
  `${source.index} ${kind.position} ${kind.holds} ${pointer}`;

function newUnit(ctx: Discovering, from: Unit, site: Site, spot: Spot, isPart: boolean): Unit | undefined {
  const dialect = isDescription(spot.source.value) ? dialectOfSource(ctx, spot.source) : from.dialect;
  if (dialect === undefined) return undefined;
  ctx.resources.addWithin(spot, site.kind);
  return unitOf(spot, site.kind, dialect, !isPart && from.home !== undefined ? from.home + site.inner : undefined);
}

function dialectOfSource({ dialects, diagnostics }: Discovering, source: Source): Dialect | undefined {
  if (!dialects.has(source)) {
    const version = checkVersion(source, diagnostics);
    dialects.set(source, version && dialectOf(version));
  }
  return dialects.get(source);
}
