import { append } from "../diagnostics/pointer.js";
import { type Field, type Position, type Shape, shapes } from "./shape.js";
import { isObject, type PlainObject, setMember } from "./values.js";

/** What a walk does at the nodes that it meets. `here` is the JSON Pointer of the node, made only when asked for. */
export interface Visitor {
  /** A node that holds more levels than any author writes; they are left out. */
  readonly tooDeep?: (here: () => string) => void;
  /** Each node that has a `$ref`. */
  readonly reference?: (reference: string, here: () => string) => void;
  /** Each schema, when its inner schemas are done: gives what stands there from now on, the same object for no change. */
  readonly schema?: (schema: PlainObject, here: () => string) => PlainObject;
}

/**
 * Walks a description by what stands where. Gives the same object where nothing changes, and never changes the one that
 * it is given.
 */
export function walk(root: unknown, visitor: Visitor): unknown {
  const path: (string | number)[] = [];
  return visit(root, "openapi", { visitor, path, here: () => path.reduce(append, "") });
}

interface Walk {
  readonly visitor: Visitor;
  readonly path: (string | number)[];
  readonly here: () => string;
}

function visit(node: unknown, position: Position, walk: Walk): unknown {
  if (!isObject(node)) return node;
  if (typeof node["$ref"] === "string") walk.visitor.reference?.(node["$ref"], walk.here);
  const visited = visitMembers(node, shapes[position], walk);
  return position === "schema" && walk.visitor.schema ? walk.visitor.schema(visited, walk.here) : visited;
}

/** A changed node is built anew, member by member, for the reason told at `edited`. */
function visitMembers(node: PlainObject, shape: Shape, walk: Walk): PlainObject {
  let made: Record<string, unknown> | undefined;
  // The keys of the node alone: what was parsed has no prototype but the plain one, which has nothing to enumerate.
  for (const key in node) {
    const value = node[key];
    const visited = typeof value === "object" ? visitMember(key, value, shape, walk) : value;
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

function visitMember(key: string, value: unknown, shape: Shape, walk: Walk): unknown {
  const field = fieldOf(shape, key);
  if (field === undefined) return value;
  if (walk.path.length >= MOST_LEVELS) {
    walk.visitor.tooDeep?.(walk.here);
    return value;
  }
  walk.path.push(key);
  const visited = visitField(value, field, walk);
  walk.path.pop();
  return visited;
}

function fieldOf(shape: Shape, key: string): Field | undefined {
  return shape.fields.get(key) ?? (shape.extensible && key.startsWith("x-") ? undefined : shape.rest);
}

function visitField(value: unknown, field: Field, walk: Walk): unknown {
  if (Array.isArray(value)) return visitItems(value, field, walk);
  if (field.holds === "one") return visit(value, field.position, walk);
  return isObject(value) ? visitMembers(value, field.shape, walk) : value;
}

function visitItems(items: readonly unknown[], { position }: Field, walk: Walk): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let i = 0; i < items.length; i++) {
    walk.path.push(i);
    const visited = visit(items[i], position, walk);
    walk.path.pop();
    if (visited === items[i]) continue;
    copy ??= [...items];
    copy[i] = visited;
  }
  return copy ?? items;
}

/** What goes down by calls, as every stage does, has no room for any depth. Real descriptions stay under a tenth of this. */
const MOST_LEVELS = 500;
