import { forEachInner, isLeaf } from "../../ir/visit.js";
import type { Type } from "../../ir/types.js";
import type { Inside } from "../inside.js";

/** Up to three properties are read at a glance; more are worth a name. */
const PROPERTIES = 4;
/** A list of values is read at a glance for longer. */
const VALUES = 12;

/** Whether a type that stands inline is worth a name. It depends on the type alone, so that a second use changes nothing. */
export function isLarge(type: Type): boolean {
  switch (type.kind) {
    case "union":
      return isLong(type.members) || properties(type) >= PROPERTIES;
    case "object":
    case "intersection":
      return properties(type) >= PROPERTIES;
    default:
      return false;
  }
}

/** Whether something inside may be large. */
export const mayHoldLarge = ({ properties: spelled, members }: Inside): boolean =>
  spelled >= PROPERTIES || members >= VALUES;

const isLong = (members: readonly Type[]): boolean =>
  members.length >= VALUES && members.filter((it) => it.kind === "literal").length >= VALUES;

/** How many properties are spelled out in a type, at any depth. */
function properties(type: Type): number {
  let sum = type.kind === "object" ? type.properties.length : 0;
  if (sum < PROPERTIES) forEachInner(type, (it) => void (sum += isLeaf(it) ? 0 : properties(it)));
  return sum;
}
