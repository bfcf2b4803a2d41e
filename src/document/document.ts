import type { Source } from "../read/source.js";
import type { Cursor } from "./cursor.js";
import type { Places } from "./places.js";

/** All inputs as one OpenAPI description of the newest shape, whatever they were written in. */
export interface Document {
  readonly sources: readonly Source[];
  readonly root: Cursor;
  readonly places: Places;
}
