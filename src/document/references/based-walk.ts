import type { Places } from "../places.js";
import type { PlainObject } from "../values.js";
import { type Kind, walk } from "../walk.js";
import { baseWithin, type Spot } from "./spot.js";

/** Where a walk is. */
export interface At {
  readonly kind: Kind;
  /** The URI against which references in the node are resolved. */
  readonly base: string;
  /** JSON Pointer in the source; computed when asked. */
  readonly pointer: () => string;
}

export interface Hooks {
  readonly enter?: (node: PlainObject, at: At) => void;
  readonly leave?: (node: PlainObject, at: At) => unknown;
}

/** Walks over a part of a source and keeps account of the base for its references. `places` is told of copies. */
export function walkWithBase(spot: Spot, kind: Kind, { enter, leave }: Hooks, places?: Places): unknown {
  const bases: string[] = [];
  const origin = { source: spot.source.index, pointer: spot.pointer };
  return walk(spot.node, { origin, kind, places }, (_, way) => {
    const at = (it: Kind): At => ({ kind: it, base: bases.at(-1) ?? spot.base, pointer: () => spot.pointer + way() });
    return {
      enter: (node, it) => {
        // The base of a spot has its own `$id` in it.
        const outer = bases.at(-1);
        bases.push(outer === undefined || it.position !== "schema" ? (outer ?? spot.base) : baseWithin(node, outer));
        enter?.(node, at(it));
      },
      leave: (node, it) => {
        const left = leave === undefined ? node : leave(node, at(it));
        bases.pop();
        return left;
      },
    };
  });
}
