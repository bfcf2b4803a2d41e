import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Source } from "../read/source.js";
import { Graph } from "./cursor.js";
import type { Document } from "./document.js";
import { joinGraphs } from "./join/join.js";
import { Places } from "./places.js";
import { upgrade } from "./upgrade/upgrade.js";
import { isObject } from "./values.js";
import { checkVersion } from "./version.js";
import { Watch } from "./watch.js";

/** Makes one OpenAPI 3.2 description of all inputs. Undefined when one of them is none that can be used. */
export function load(sources: readonly Source[], diagnostics: Diagnostics): Document | undefined {
  const places = new Places();
  const graphs = sources.flatMap((source) => loadOne(source, places, diagnostics) ?? []);
  const [first, ...rest] = graphs;
  // All are looked at before, so that each mistake is told; a join without one of them would tell mistakes that are none.
  if (first === undefined || graphs.length < sources.length) return undefined;
  const joined = rest.reduce((earlier, later) => joinGraphs({ places, diagnostics }, earlier, later), first);
  return { sources, root: joined.root, places };
}

/** One source in that shape. What could not be read is known already and not said again. */
function loadOne(source: Source, places: Places, diagnostics: Diagnostics): Graph | undefined {
  if (source.value === undefined) return undefined;
  const version = checkVersion(source, diagnostics);
  if (version === undefined || !isObject(source.value)) return undefined;
  const watch = new Watch();
  const origin = { source: source.index, pointer: "" };
  const root = upgrade(source.value, version, { start: { origin }, places, diagnostics, visit: watch.visit });
  if (!watch.report(diagnostics)) return undefined;
  places.put(root, origin);
  return new Graph(root, places);
}
