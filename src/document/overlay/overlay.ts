import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Source } from "../../read/source.js";
import { type Cursor, Graph } from "../cursor.js";
import type { Library } from "../library.js";
import { Places } from "../places.js";
import { resolveUri } from "../references/address.js";
import { isContainer } from "../values.js";
import { type Action, readActions } from "./actions.js";
import type { Applied } from "./apply.js";

/**
 * Applies overlays in their order to inputs (OpenAPI Overlay 1.0 and 1.1). An overlay that says which description it
 * extends is applied to that one, where it is among the inputs; else to all. No input is changed: those that an action
 * matches are given anew, and `places` knows what in them comes from an overlay.
 */
export async function applyOverlays(
  inputs: readonly Source[],
  overlays: readonly Source[],
  library: Library,
  places: Places,
  diagnostics: Diagnostics,
): Promise<readonly Source[]> {
  if (overlays.length === 0) return inputs;
  // JSONPath is loaded only where a run needs it.
  const { applyAction } = await import("./apply.js");
  const applyTo = (sources: readonly Source[], action: Action, isMeant: (it: Source) => boolean): readonly Source[] => {
    const applied = sources.map((source): Applied =>
      isMeant(source) ? applyAction(source, action, places, diagnostics) : { source, matches: 0 },
    );
    if (applied.every((it) => it.matches === 0))
      diagnostics.report("overlay/no-match", action.target.origin, { target: action.path });
    return applied.map((it) => it.source);
  };
  return overlays.reduce((sources, overlay) => {
    const root = rootOf(overlay);
    const isExtended = extendedBy(root, overlay, library);
    const isMeant = sources.some(isExtended) ? isExtended : () => true;
    return readActions(root, diagnostics).reduce((it, action) => applyTo(it, action, isMeant), sources);
  }, inputs);
}

function rootOf({ value, index }: Source): Cursor {
  const places = new Places();
  if (isContainer(value)) places.put(value, { source: index, pointer: "" });
  return new Graph(value, places).root;
}

/** Overlay 1.1, section 4.4.1.1: `extends` is relative to the overlay. */
function extendedBy(root: Cursor, overlay: Source, library: Library): (it: Source) => boolean {
  const named = root.text("extends");
  const address = named === undefined ? undefined : resolveUri(named, library.addressOf(overlay));
  return (it) => library.addressOf(it) === address;
}
