import { append } from "../diagnostics/pointer.js";
import { type Field, type Position, type Shape, shapes } from "./shape.js";
import { isObject, type PlainObject, setMember } from "./values.js";

/** What a walk does at the nodes that it meets. */
export interface Visitor {
  /** A node that has a `$ref`. */
  readonly reference?: (reference: string) => void;
  /** A schema, when its inner schemas are done: gives what stands there from now on, the same object for no change. */
  readonly schema?: (schema: PlainObject) => PlainObject;
  /** A node that holds more levels than any author writes; they are left out. */
  readonly tooDeep?: () => void;
}

/** Makes the visitor of a walk. `here` gives the JSON Pointer of the node in hand. */
export type Visit = (here: () => string) => Visitor;

/**
 * Walks a description by what stands where. Gives the same object where nothing changes, and never changes the one that
 * it is given. Every description is walked whole, so this is written to be fast.
 */
export function walk(root: unknown, make: Visit): unknown {
  const path: (string | number)[] = [];
  return visit(root, "openapi", { visitor: make(() => path.reduce(append, "")), path });
}

interface Walk {
  readonly visitor: Visitor;
  readonly path: (string | number)[];
}

function visit(node: unknown, position: Position, walk: Walk): unknown {
  if (!isObject(node)) return node;
  const { visitor } = walk;
  const reference = node["$ref"];
  if (typeof reference === "string") visitor.reference?.(reference);
  const visited = visitMembers(node, shapes[position], walk);
  return position === "schema" && visitor.schema !== undefined ? visitor.schema(visited) : visited;
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
