import type { Origin } from "../diagnostics/origin.js";
import { append } from "../diagnostics/pointer.js";
import type { Places } from "./places.js";
import { type Field, map, one, type Shape, shapes } from "./shape.js";
import { isContainer, isObject, type PlainObject, setMember } from "./values.js";

/** What a walk does at the nodes that it meets. */
export interface Visitor {
  /** Each object, as it was given; before its members, but where `keys` are told. */
  readonly enter?: (node: PlainObject, kind: Kind) => void;
  /** An object when its members are done: gives what stands there from now on, the same object for no change. */
  readonly leave?: (node: PlainObject, kind: Kind) => unknown;
  /** The keys of which an object has one where it is worth a call of these two. Default: each is. */
  readonly keys?: ReadonlySet<string>;
  /** A node that holds more levels than any author writes; they are left out. */
  readonly tooDeep?: () => void;
}

/** What an object is: one of its position, or a map of such by names of the author's choice. */
export type Kind = Pick<Field, "position" | "holds">;

/** Makes the visitor of a walk. `here` tells where the node in hand was written, `way` the JSON Pointer to it from the start. */
export type Visit = (here: () => Origin, way: () => string) => Visitor;

/** One that something else looks over the shoulder of, which says what it needs to see. */
export type Watching = (...way: Parameters<Visit>) => Visitor & Required<Pick<Visitor, "keys">>;

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

function visitObject(node: PlainObject, field: Field, walk: Walk): unknown {
  const { visitor, places, nodes } = walk;
  const shape = field.holds === "map" ? field.shape : shapes[field.position];
  let isAsked = visitor.keys === undefined;
  let made: Record<string, unknown> | undefined;
  if (isAsked) visitor.enter?.(node, field);
  nodes.push(node);
  // The keys of the node alone: what was parsed has no prototype but the plain one, which has nothing to enumerate. To look at those
  // that there are is faster than to ask for those that there might be, which nearly all are not.
  for (const key in node) {
    if (!isAsked && visitor.keys?.has(key) === true) {
      isAsked = true;
      visitor.enter?.(node, field);
    }
    const value = node[key];
    const visited = isContainer(value) ? visitMember(key, value, shape, walk) : value;
    if (visited === value) continue;
    // Built member by member, one of more than some twenty would be a dictionary for V8, in which all that follows finds slowly.
    made ??= { ...node };
    setMember(made, key, visited);
  }
  const visited = made ?? node;
  const left = isAsked && visitor.leave !== undefined ? visitor.leave(visited, field) : visited;
  nodes.pop();
  if (left !== node && isObject(left)) places?.inherit(node, left);
  return left;
}

function fieldOf(shape: Shape, key: string): Field | undefined {
  return shape.fields.get(key) ?? (shape.extensible && key.startsWith("x-") ? undefined : shape.rest);
}

function visitMember(key: string, value: object, shape: Shape, walk: Walk): unknown {
  const field = fieldOf(shape, key);
  if (field === undefined) return value;
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
  if (Array.isArray(value)) return visitItems(value, field.holds === "one" ? field : one(field.position), walk);
  return isObject(value) ? visitObject(value, field, walk) : value;
}

function visitItems(items: readonly unknown[], field: Field, walk: Walk): readonly unknown[] {
  let copy: unknown[] | undefined;
  walk.nodes.push(items);
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (!isObject(item)) continue;
    walk.path.push(i);
    const visited = visitObject(item, field, walk);
    walk.path.pop();
    if (visited === item) continue;
    copy ??= [...items];
    copy[i] = visited;
  }
  walk.nodes.pop();
  if (copy !== undefined) walk.places?.inherit(items, copy);
  return copy ?? items;
}

/** What goes down by calls, as every stage does, has no room for any depth. Real descriptions stay under a tenth of this. */
const MOST_LEVELS = 500;
