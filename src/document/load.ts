import { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";
import { type Cursor, Graph } from "./cursor.js";
import type { Document } from "./document.js";
import { joinGraphs } from "./join/join.js";
import type { Library } from "./library.js";
import { applyOverlays } from "./overlay/overlay.js";
import { Places } from "./places.js";
import { bundle, type Tied } from "./references/bundle.js";
import type { Upgrade } from "./upgrade/step.js";
import { upgrade } from "./upgrade/upgrade.js";
import { isObject, type PlainObject } from "./values.js";
import { checkVersion } from "./version.js";
import { Watch } from "./watch.js";
import { withWholeItems } from "./whole-items.js";

/** Makes one OpenAPI 3.2 description of all inputs, changed by overlays. Undefined when one of them is none that can be used. */
export async function load(
  given: readonly Source[],
  library: Library,
  diagnostics: Diagnostics,
  overlays: readonly Source[] = [],
): Promise<Document | undefined> {
  const places = new Places();
  const inputs = await applyOverlays(given, overlays, library, places, diagnostics);
  const loaded = inputs.flatMap((source) => loadOne(source, places, diagnostics) ?? []);
  // All are looked at before, so that each mistake is told; a join without one of them would tell mistakes that are none.
  if (loaded.length < inputs.length) return undefined;
  const graphs = await untied(loaded, library, places, diagnostics);
  const [first, ...rest] = graphs;
  if (first === undefined || graphs.length < inputs.length) return undefined;
  const joined = joinGraphs({ places, diagnostics }, first, rest);
  if (isEmpty(joined.root)) {
    diagnostics.report("document/empty", joined.root.origin, {});
    return undefined;
  }
  return { sources: library.sources, root: joined.root, places };
}

/** An SDK of half a file would take all that it has from those who use it. */
const isEmpty = (root: Cursor): boolean =>
  ["paths", "webhooks", "components"].every((it) => root.get(it)?.isObject !== true);

interface Loaded extends Tied {
  readonly graph: Graph;
  readonly isTied: boolean;
  /** What there is to say of the source, unless it is loaded in another way. */
  readonly said: Diagnostics;
}

/** One source in that shape. What could not be read is known already and not said again. */
function loadOne(source: Source, places: Places, diagnostics: Diagnostics): Loaded | undefined {
  if (source.value === undefined) return undefined;
  const version = checkVersion(source, diagnostics);
  if (version === undefined || !isObject(source.value)) return undefined;
  const said = new Diagnostics();
  const watch = new Watch();
  const graph = graphOf({ source, version }, source.value, { places, diagnostics: said, visit: watch.visit });
  return watch.report(diagnostics) ? { source, version, graph, isTied: watch.isTied, said } : undefined;
}

function graphOf({ source, version }: Tied, root: PlainObject, context: Omit<Upgrade, "start">): Graph {
  const origin = { source: source.index, pointer: "" };
  // Nothing in a description has another place than where it stands, unless it was bundled or an overlay changed it.
  const isMoved = root !== source.value || context.places.of(root) !== undefined;
  const start = { origin, ...(isMoved && { places: context.places }) };
  const upgraded = upgrade(root, version, { ...context, start });
  context.places.put(upgraded, origin);
  return withWholeItems(context, new Graph(upgraded, context.places));
}

/** Most descriptions refer to their own components alone. The others are bundled, which takes further walks over them. */
async function untied(
  all: readonly Loaded[],
  library: Library,
  places: Places,
  diagnostics: Diagnostics,
): Promise<readonly Graph[]> {
  if (!all.some((it) => it.isTied)) {
    for (const { said } of all) diagnostics.add(said);
    return all.map((it) => it.graph);
  }
  // Also those that are not tied: what they have as components no part may be called by.
  const bundles = await bundle(all, library, places, diagnostics);
  return all.flatMap((it) => {
    const root = bundles.get(it.source);
    const watch = new Watch();
    const graph = root && graphOf(it, root, { places, diagnostics, visit: watch.visit });
    return watch.report(diagnostics) && graph !== undefined ? [graph] : [];
  });
}
