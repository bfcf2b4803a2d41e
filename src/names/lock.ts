/** Where something stands in the description, as the lock writes it (see `places.ts`). */
export type Place = string;

/** The names that the SDK has given so far, which a change of the description must not change by itself. */
export interface Lock {
  readonly kept: ReadonlyMap<Place, Held>;
  /** Names that things had before they were renamed, the same slots in the same order as in `kept`. */
  readonly former: ReadonlyMap<Place, readonly Slots[]>;
}

export interface Held {
  readonly names: Slots;
  /** What the type at the place looked like when it was last written down: see `sketch.ts`. Several after a merge. */
  readonly sketches: readonly string[];
}

/** The name of a type or value; of an operation those of `OPERATION_SLOTS`. */
export type Slots = readonly string[];

export const OPERATION_SLOTS = ["function", "input", "output", "error", "responses", "headers"] as const;

export const noLock: Lock = { kept: new Map(), former: new Map() };
