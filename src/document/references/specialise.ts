import { isObject } from "../values.js";
import type { Kind } from "../walk.js";
import type { Discovering } from "./discover.js";
import { dynamicName, NO_SCOPE, ownScope, type Scope, scopeOf } from "./scope.js";
import { type Spot, textAt } from "./spot.js";
import { type Site, type Unit, unitOf } from "./unit.js";

const SCHEMA: Kind = { position: "schema", holds: "one" };

/** What a `$dynamicRef` means in a scope, `spot` being what it names by itself. */
export async function bound(ctx: Discovering, spot: Spot, { reference }: Site, scope: Scope): Promise<Spot> {
  const name = dynamicName(spot, reference);
  const meant = (name === undefined ? undefined : scope.bindings.get(name)) ?? spot;
  const next = onlyReference(meant.node);
  if (next === undefined) return meant;
  const origin = { source: meant.source.index, pointer: `${meant.pointer}/$ref` };
  return (await ctx.finder.find(meant, { reference: next, origin }, () => false)) ?? meant;
}

/** The reference of a schema that gives another one a name and says no more. */
const onlyReference = (node: unknown): string | undefined =>
  isObject(node) && Object.keys(node).every((it) => it === "$ref" || it === "$dynamicAnchor" || it === "$comment")
    ? textAt(node, "$ref")
    : undefined;

/** As much of a scope as makes another thing of a schema than it is by itself: most have no `$dynamicRef` in all that they lead to. */
export async function relevant(ctx: Discovering, root: Unit, spot: Spot, scope: Scope): Promise<Scope> {
  if (scope.key === "") return NO_SCOPE;
  const own = ownScope(ctx.resources, root.spot, spot);
  const others = [...scope.bindings].filter(([name, { node }]) => own.get(name)?.node !== node);
  if (others.length === 0) return NO_SCOPE;
  const names = await dynamicNames(ctx, root, spot, scope);
  return scopeOf(new Map(others.filter(([name]) => names.has(name))));
}

/** The names of all `$dynamicRef`s in a schema and in what it leads to. */
async function dynamicNames(ctx: Discovering, root: Unit, start: Spot, scope: Scope): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const seen = new Set<unknown>([start.node]);
  const open = [start];
  const add = (spot: Spot | undefined): void => {
    if (spot !== undefined && !seen.has(spot.node)) open.push(spot);
    seen.add(spot?.node);
  };
  // An array is iterated with what is added on the way.
  for (const spot of open)
    for (const site of unitOf(spot, SCHEMA, root.dialect).sites) {
      const origin = { source: spot.source.index, pointer: `${site.pointer}/$ref` };
      const target = await ctx.finder.find(
        { ...spot, base: site.base },
        { reference: site.reference, origin },
        () => false,
      );
      const name = site.isDynamic && target !== undefined ? dynamicName(target, site.reference) : undefined;
      if (name !== undefined) names.add(name);
      add(target);
      add(name === undefined ? undefined : scope.bindings.get(name));
    }
  return names;
}
