import type { Origin } from "../diagnostics/origin.js";
import { append } from "../diagnostics/pointer.js";
import type { Places } from "./places.js";
import { type Field, map, one, type Shape, shapes } from "./shape.js";
import { isObject, type PlainObject, setMember } from "./values.js";

/** What a walk does at the nodes that it meets. */
export interface Visitor {
  /** Each object before its members. */
  readonly enter?: (node: PlainObject, kind: Kind) => void;
  /** An object when its members are done: gives what stands there from now on, the same object for no change. */
  readonly leave?: (node: PlainObject, kind: Kind) => unknown;
  /** A node that holds more levels than any author writes; they are left out. */
  readonly tooDeep?: () => void;
}

/** What an object is: one of its position, or a map of such by names of the author's choice. */
export type Kind = Pick<Field, "position" | "holds">;

/** Makes the visitor of a walk. `here` tells where the node in hand was written, `way` the JSON Pointer to it from the start. */
export type Visit = (here: () => Origin, way: () => string) => Visitor;

/** Where a walk begins. */
export interface Start {
  readonly origin: Origin;
  /** What the first node is. Default: a whole description. */
  readonly kind?: Kind;
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
  const visitor = make(
    () => originOf(start, path, nodes),
    () => path.reduce<string>(append, ""),
  );
  const { position, holds } = start.kind ?? description;
  return visitValue(root, holds === "map" ? map(position) : one(position), {
    visitor,
    path,
    nodes,
    places: start.places,
  });
}

const description: Kind = { position: "openapi", holds: "one" };

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

function visit(node: unknown, field: Field, walk: Walk): unknown {
  return isObject(node) ? visitObject(node, field, walk) : node;
}

function visitObject(node: PlainObject, field: Field, walk: Walk): unknown {
  const { visitor, places, nodes } = walk;
  nodes.push(node);
  visitor.enter?.(node, field);
  const visited = visitMembers(node, field.holds === "map" ? field.shape : shapes[field.position], walk);
  const left = visitor.leave === undefined ? visited : visitor.leave(visited, field);
  nodes.pop();
  if (left !== node && isObject(left)) places?.inherit(node, left);
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
  return Array.isArray(value) ? visitItems(value, one(field.position), walk) : visit(value, field, walk);
}

function visitItems(items: readonly unknown[], field: Field, walk: Walk): readonly unknown[] {
  let copy: unknown[] | undefined;
  walk.nodes.push(items);
  for (let i = 0; i < items.length; i++) {
    walk.path.push(i);
    const visited = visit(items[i], field, walk);
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
