import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Source } from "../../read/source.js";
import type { Library } from "../library.js";
import type { Places } from "../places.js";
import type { PlainObject } from "../values.js";
import { dialectOf, type Version } from "../version.js";
import { discover, type Discovering } from "./discover.js";
import { Finder } from "./find.js";
import { findHomes } from "./homes.js";
import { Resources } from "./resources.js";
import { rewrite } from "./rewrite.js";
import { unitOf } from "./unit.js";

/** An input that refers to more than the components of its own. */
export interface Tied {
  readonly source: Source;
  readonly version: Version;
}

/**
 * Makes each input a description that refers to itself alone: what its references name in other files, by an `$id` or
 * by an anchor becomes a component, so that no later stage knows of files. Nothing is bundled that is not referred to.
 */
export async function bundle(
  inputs: readonly Tied[],
  library: Library,
  places: Places,
  diagnostics: Diagnostics,
): Promise<ReadonlyMap<Source, PlainObject>> {
  const resources = new Resources();
  const ctx: Discovering = { finder: new Finder(library, resources), resources, diagnostics, dialects: new Map() };
  const roots = inputs.map(({ source, version }) => {
    const spot = resources.addSource(source, library.addressOf(source));
    ctx.dialects.set(source, dialectOf(version));
    return unitOf(spot, { position: "openapi", holds: "one" }, dialectOf(version), "");
  });
  const discoveries = [];
  for (const root of roots) discoveries.push(await discover(ctx, root));
  const homes = findHomes(discoveries, resources);
  return new Map(
    discoveries.map((it) => [
      it.root.spot.source,
      rewrite(it, homes.get(it) ?? new Map(), { places, diagnostics, resources }),
    ]),
  );
}
