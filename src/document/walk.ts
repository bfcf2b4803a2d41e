import { append } from "../diagnostics/pointer.js";
import { type Field, type Position, type Shape, shapes } from "./shape.js";
import { isObject, type PlainObject, setMember } from "./values.js";

/** What a walk does at the nodes that it meets. `here` is the JSON Pointer of the node, made only when asked for. */
export interface Visitor {
  /** Each node that has a `$ref`. */
  readonly reference?: (reference: string, here: () => string) => void;
  /** Each schema, when its inner schemas are done: gives what stands there from now on, the same object for no change. */
  readonly schema?: (schema: PlainObject, here: () => string) => PlainObject;
}

/** Walks a description by what stands where. Gives the same object where nothing changes, and never changes the one it is given. */
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
  const shape = shapes[position];
  const visited = visitMembers(node, walk, (key, value) => {
    const field = fieldOf(shape, key);
    return field === undefined ? value : visitField(value, field, walk);
  });
  return position === "schema" && walk.visitor.schema ? walk.visitor.schema(visited, walk.here) : visited;
}

function fieldOf(shape: Shape, key: string): Field | undefined {
  return shape.fields.get(key) ?? (shape.rest !== undefined && !key.startsWith("x-") ? shape.rest : undefined);
}

function visitField(value: unknown, { holds, position }: Field, walk: Walk): unknown {
  if (Array.isArray(value)) return visitItems(value, position, walk);
  if (holds === "one" || !isObject(value)) return visit(value, position, walk);
  return visitMembers(value, walk, (_, member) => visit(member, position, walk));
}

function visitMembers(node: PlainObject, walk: Walk, next: (key: string, value: unknown) => unknown): PlainObject {
  let copy: Record<string, unknown> | undefined;
  // The keys of the node alone: what was parsed has no prototype but the plain one, which has nothing to enumerate.
  for (const key in node) {
    const value = node[key];
    if (typeof value !== "object") continue;
    walk.path.push(key);
    const visited = next(key, value);
    walk.path.pop();
    if (visited === value) continue;
    copy ??= { ...node };
    setMember(copy, key, visited);
  }
  return copy ?? node;
}

function visitItems(items: readonly unknown[], position: Position, walk: Walk): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (const [i, item] of items.entries()) {
    walk.path.push(i);
    const visited = visit(item, position, walk);
    walk.path.pop();
    if (visited === item) continue;
    copy ??= [...items];
    copy[i] = visited;
  }
  return copy ?? items;
}
