import { type Spot, textAt } from "./spot.js";
import type { Resources } from "./resources.js";
import type { Unit } from "./unit.js";

/**
 * What the way to a schema makes of the `$dynamicRef`s in it, by the names of their anchors: the outermost resource on the way that
 * has a `$dynamicAnchor` of a name says what the name means (JSON Schema 2020-12, section 8.2.3.2).
 */
export interface Scope {
  readonly bindings: ReadonlyMap<string, Spot>;
  /** Tells scopes apart; empty where nothing is bound. */
  readonly key: string;
}

export const NO_SCOPE: Scope = { bindings: new Map(), key: "" };

export function scopeOf(bindings: ReadonlyMap<string, Spot>): Scope {
  const parts = [...bindings].map(([name, { source, pointer }]) => `${name}=${source.index}${pointer}`);
  return { bindings, key: parts.toSorted().join(" ") };
}

/** The scope of a place in a unit: a description is the outermost resource, then comes what the unit was reached through. */
export function scopeAt(resources: Resources, root: Spot, { scope, spot }: Unit, base: string): Scope {
  const inner = [spot.base, base].map((it) => resources.dynamicAnchors(it));
  const all = [resources.dynamicAnchors(root.base), scope.bindings, ...inner];
  return all.every((it) => it.size === 0) ? NO_SCOPE : scopeOf(new Map(all.toReversed().flatMap((it) => [...it])));
}

/** What a schema would be by itself, as one that the description names. */
export const ownScope = (resources: Resources, root: Spot, spot: Spot): ReadonlyMap<string, Spot> =>
  new Map([...resources.dynamicAnchors(spot.base), ...resources.dynamicAnchors(root.base)]);

/** The name of the anchor that a `$dynamicRef` leads to, where it is dynamic at all. */
export function dynamicName(spot: Spot, reference: string): string | undefined {
  const name = textAt(spot.node, "$dynamicAnchor");
  return name !== undefined && reference.endsWith(`#${name}`) ? name : undefined;
}
