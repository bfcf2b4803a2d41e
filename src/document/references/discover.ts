import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Source } from "../../read/source.js";
import { checkVersion, type Dialect, dialectOf, isDescription } from "../version.js";
import type { Finder } from "./find.js";
import type { Resources } from "./resources.js";
import { NO_SCOPE, type Scope, scopeAt } from "./scope.js";
import { sectionOf } from "./sections.js";
import { bound, relevant } from "./specialise.js";
import type { Spot } from "./spot.js";
import { holds, type Site, siteKey, type Unit, unitOf } from "./unit.js";

/** An input with all that its references lead to. */
export interface Discovery {
  readonly root: Unit;
  /** What becomes a component. */
  readonly parts: readonly Unit[];
  /** What takes the place of references where a description has no components. */
  readonly splices: readonly Unit[];
  /** What a site of a key names, in the scope where it stands; a site without a target stays as it is. */
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
      const scope = scopeAt(ctx.resources, root.spot, unit, site.base);
      const key = siteKey(site, scope);
      if (targets.has(key)) continue;
      const target = await targetOf(ctx, root, { unit, site, scope }, found);
      if (target !== undefined) targets.set(key, target);
      if (target !== undefined && target.kind !== "root" && !queue.includes(target.unit)) queue.push(target.unit);
    }
  const isPart = (it: Unit): boolean => sectionOf(it.kind, root.dialect) !== undefined;
  const units = [...found.values()];
  return { root, parts: units.filter(isPart), splices: units.filter((it) => !isPart(it)), targets };
}

/** A site where it stands. */
interface Place {
  readonly unit: Unit;
  readonly site: Site;
  readonly scope: Scope;
}

async function targetOf(
  ctx: Discovering,
  root: Unit,
  { unit, site, scope }: Place,
  found: Map<string, Unit>,
): Promise<Target | undefined> {
  const origin = { source: unit.spot.source.index, pointer: site.pointer + site.way };
  const isInRoot = (it: Spot): boolean => holds(root, it);
  const from = { ...unit.spot, base: site.base };
  const named = await ctx.finder.find(from, { reference: site.reference, origin }, isInRoot);
  if (named === undefined) return undefined;
  const spot = site.isDynamic ? await bound(ctx, named, site, scope) : named;
  if (site.reference !== site.reference.trim()) ctx.diagnostics.report("ref/spaces", origin, { ref: site.reference });
  const isPart = sectionOf(site.kind, root.dialect) !== undefined;
  const special = site.kind.position === "schema" ? await relevant(ctx, root, spot, scope) : NO_SCOPE;
  if (isPart && isInRoot(spot) && special.key === "") return { kind: "root", pointer: spot.pointer };
  const key = `${unitKey(spot, site)} ${special.key}`;
  const known = found.get(key) ?? newUnit(ctx, { unit, site, scope: special }, spot, isPart);
  if (known === undefined) return undefined;
  found.set(key, known);
  return { kind: isPart ? "part" : "splice", unit: known };
}

const unitKey = ({ source, pointer }: Spot, { kind }: Site): string =>
  `${source.index} ${kind.position} ${kind.holds} ${pointer}`;

function newUnit(ctx: Discovering, { unit: from, site, scope }: Place, spot: Spot, isPart: boolean): Unit | undefined {
  const dialect = isDescription(spot.source.value) ? dialectOfSource(ctx, spot.source) : from.dialect;
  if (dialect === undefined) return undefined;
  ctx.resources.addWithin(spot, site.kind);
  const home = !isPart && from.home !== undefined ? from.home + site.inner : undefined;
  return unitOf(spot, site.kind, dialect, home, scope);
}

function dialectOfSource({ dialects, diagnostics }: Discovering, source: Source): Dialect | undefined {
  if (!dialects.has(source)) {
    const version = checkVersion(source, diagnostics);
    dialects.set(source, version && dialectOf(version));
  }
  return dialects.get(source);
}
