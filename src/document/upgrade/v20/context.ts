import type { Diagnostics } from "../../../diagnostics/diagnostics.js";
import type { Cursor } from "../../cursor.js";
import type { Places } from "../../places.js";

/** What every rule of the step from 2.0 to 3.0 is handed. */
export interface V20 {
  readonly places: Places;
  readonly diagnostics: Diagnostics;
  /** The description in 2.0. */
  readonly root: Cursor;
}

/** Which media types hold for a node: its own, those of the root where it has none (2.0, "Operation Object"). */
export function mediaTypes({ root }: V20, node: Cursor, key: "consumes" | "produces"): readonly string[] {
  return (node.has(key) ? node : root).texts(key);
}

/** Bodies that say nothing of their media type are JSON in all but a few of the descriptions that there are. */
export const orJson = (types: readonly string[]): readonly string[] => (types.length === 0 ? [JSON_TYPE] : types);

const JSON_TYPE = "application/json";
