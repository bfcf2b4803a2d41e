import { append } from "../../diagnostics/pointer.js";

/** A tree of plain values; or why a graph of them cannot be written out as one, and where. */
export type Tree =
  | { readonly kind: "tree"; readonly value: unknown }
  | { readonly kind: "none"; readonly reason: string; readonly pointer: string };

/**
 * Makes a tree of values in which YAML's aliases may have put one node at several places. Later stages remember a node
 * by its identity, so each place needs a node of its own.
 */
export function asTree(value: unknown): Tree {
  const walk: Walk = { seen: new Set(), open: new Set(), path: [], copied: 0 };
  try {
    return { kind: "tree", value: place(value, walk) };
  } catch (error) {
    if (error instanceof NoTree) return { kind: "none", reason: error.message, pointer: walk.path.reduce(append, "") };
    throw error;
  }
}

interface Walk {
  /** Nodes that have their place already. */
  readonly seen: Set<object>;
  /** Nodes that hold the one in hand. */
  readonly open: Set<object>;
  readonly path: string[];
  copied: number;
}

/** Why an alias cannot be followed that would go round in a circle. */
export const ENDLESS = "an alias stands inside the node that it names";

class NoTree extends Error {}

function place(value: unknown, walk: Walk): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (walk.open.has(value)) throw new NoTree(ENDLESS);
  walk.open.add(value);
  const placed = walk.seen.has(value) ? copy(value, walk) : placeMembers(value, value, walk);
  walk.open.delete(value);
  return placed;
}

function copy(value: object, walk: Walk): object {
  if (++walk.copied > MOST_COPIES) throw new NoTree(`they stand for more than ${MOST_COPIES} nodes`);
  return placeMembers(value, Array.isArray(value) ? [] : {}, walk);
}

/** Into `target`, which may be the node itself: the parser made these objects for us. */
function placeMembers(value: object, target: object, walk: Walk): object {
  walk.seen.add(value);
  for (const [key, member] of Object.entries(value)) {
    walk.path.push(key);
    const placed = place(member, walk);
    if (target !== value || placed !== member) define(target, key, placed);
    walk.path.pop();
  }
  return target;
}

/** Assignment would run a setter for the key `__proto__`. */
function define(node: object, key: string, value: unknown): void {
  Object.defineProperty(node, key, { value, writable: true, enumerable: true, configurable: true });
}

/** A few lines of nested aliases can stand for billions of nodes. */
const MOST_COPIES = 1_000_000;
