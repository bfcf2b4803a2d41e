import type { Cursor } from "./cursor.js";
import { digitsAt, isInexact } from "./digits.js";
import type { Document } from "./document.js";
import { setMember } from "./values.js";

/** The value of a node with a bigint for each integer that its author wrote and a number does not hold; itself where there is none. */
export function exactValue(node: Cursor, sources: Document["sources"]): unknown {
  return holdsInexact(node.value) ? exact(node, sources) : node.value;
}

function exact(node: Cursor, sources: Document["sources"]): unknown {
  const { value } = node;
  if (isInexact(value)) {
    const digits = digitsAt(sources, value, node.origin);
    return digits === undefined ? value : BigInt(digits);
  }
  if (!holdsInexact(value)) return value;
  if (Array.isArray(value)) return node.items().map((it) => exact(it, sources));
  const made: Record<string, unknown> = {};
  for (const [key, it] of node.entries()) setMember(made, key, exact(it, sources));
  return made;
}

/** Whether an integer that has lost digits stands in a value. */
export function holdsInexact(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isInexact(value);
  return Object.values(value).some(holdsInexact);
}
