import type { Origin } from "../diagnostics/origin.js";
import { append } from "../diagnostics/pointer.js";
import type { Places } from "./places.js";
import { type Field, type Position, type Shape, shapes } from "./shape.js";
import { isObject, type PlainObject, setMember } from "./values.js";

/** What a walk does at the nodes that it meets. */
export interface Visitor {
  /** Each object before its members. A map by names of the author's choice has no position of its own. */
  readonly enter?: (node: PlainObject, position: Position | "map") => void;
  /** An object when its members are done: gives what stands there from now on, the same object for no change. */
  readonly leave?: (node: PlainObject, position: Position | "map") => PlainObject;
  /** A node that holds more levels than any author writes; they are left out. */
  readonly tooDeep?: () => void;
}

/** Makes the visitor of a walk. `here` tells where the node in hand was written. */
export type Visit = (here: () => Origin) => Visitor;

/** Where a walk begins. */
export interface Start {
  readonly origin: Origin;
  /** What the first node is. Default: a whole description. */
  readonly position?: Position;
  /** For a tree that holds nodes which were written elsewhere: knows them, and is told of each node that is built anew. */
  readonly places?: Places | undefined;
}

/**
 * Walks a description by what stands where. Gives the same object where nothing changes, and never changes the one that
 * it is given. Every description is walked whole, so this is written to be fast.
 */
export function walk(root: unknown, start: Start, make: Visit): unknown {
  const path: (string | number)[] = [];
  const nodes: object[] = [];
  const visitor = make(() => originOf(start, path, nodes));
  return visit(root, start.position ?? "openapi", { visitor, path, nodes, places: start.places });
}

interface Walk {
  readonly visitor: Visitor;
  readonly path: (string | number)[];
  /** The containers that `path` leads through, the first of them the root. */
  readonly nodes: object[];
  readonly places: Places | undefined;
}

/** The way down from the nearest node whose place is known. */
function originOf({ origin, places }: Start, path: Walk["path"], nodes: Walk["nodes"]): Origin {
  let [known, depth] = [origin, 0];
  if (places !== undefined)
    for (const [i, node] of nodes.entries()) {
      const place = places.of(node);
      if (place !== undefined) [known, depth] = [place, i];
    }
  return { source: known.source, pointer: path.slice(depth).reduce<string>(append, known.pointer) };
}

function visit(node: unknown, position: Position, walk: Walk): unknown {
  return isObject(node) ? visitObject(node, position, shapes[position], walk) : node;
}

function visitObject(node: PlainObject, position: Position | "map", shape: Shape, walk: Walk): PlainObject {
  const { visitor, places, nodes } = walk;
  nodes.push(node);
  visitor.enter?.(node, position);
  const visited = visitMembers(node, shape, walk);
  const left = visitor.leave === undefined ? visited : visitor.leave(visited, position);
  nodes.pop();
  if (left !== node) places?.inherit(node, left);
  return left;
}

/** A changed node is built anew, member by member, for the reason told at `edited`. */
function visitMembers(node: PlainObject, shape: Shape, walk: Walk): PlainObject {
  let made: Record<string, unknown> | undefined;
  // The keys of the node alone: what was parsed has no prototype but the plain one, which has nothing to enumerate.
  for (const key in node) {
    const value = node[key];
    const field = typeof value === "object" ? fieldOf(shape, key) : undefined;
    const visited = field === undefined ? value : visitField(key, value, field, walk);
    if (visited !== value) made ??= membersBefore(key, node);
    if (made !== undefined) setMember(made, key, visited);
  }
  return made ?? node;
}

function membersBefore(end: string, node: PlainObject): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const key in node) {
    if (key === end) break;
    setMember(made, key, node[key]);
  }
  return made;
}

function fieldOf(shape: Shape, key: string): Field | undefined {
  return shape.fields.get(key) ?? (shape.extensible && key.startsWith("x-") ? undefined : shape.rest);
}

function visitField(key: string, value: unknown, field: Field, walk: Walk): unknown {
  if (walk.path.length >= MOST_LEVELS) {
    walk.visitor.tooDeep?.();
    return value;
  }
  walk.path.push(key);
  const visited = visitValue(value, field, walk);
  walk.path.pop();
  return visited;
}

function visitValue(value: unknown, field: Field, walk: Walk): unknown {
  if (Array.isArray(value)) return visitItems(value, field, walk);
  if (field.holds === "one") return visit(value, field.position, walk);
  return isObject(value) ? visitObject(value, "map", field.shape, walk) : value;
}

function visitItems(items: readonly unknown[], { position }: Field, walk: Walk): readonly unknown[] {
  let copy: unknown[] | undefined;
  walk.nodes.push(items);
  for (let i = 0; i < items.length; i++) {
    walk.path.push(i);
    const visited = visit(items[i], position, walk);
    walk.path.pop();
    if (visited === items[i]) continue;
    copy ??= [...items];
    copy[i] = visited;
  }
  walk.nodes.pop();
  if (copy !== undefined) walk.places?.inherit(items, copy);
  return copy ?? items;
}

/** What goes down by calls, as every stage does, has no room for any depth. Real descriptions stay under a tenth of this. */
const MOST_LEVELS = 500;
