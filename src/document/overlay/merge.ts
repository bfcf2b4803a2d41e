import type { Cursor } from "../cursor.js";
import { isContainer, isObject } from "../values.js";
import type { Draft, Location } from "./draft.js";

/**
 * Merges a value into a node: objects member by member, lists by appending, anything else takes the place of what was
 * there (Overlay 1.1, section 4.4.3). False where the two do not fit together, and nothing was done.
 */
export function merge(draft: Draft, location: Location, added: Cursor): boolean {
  const known = draft.at(location)?.value;
  if (Array.isArray(known)) return append(draft, location, known.length, added);
  if (isObject(known)) return isObject(added.value) && mergeMembers(draft, location, added);
  if (isContainer(added.value)) return false;
  draft.set(location, added);
  return true;
}

function append(draft: Draft, location: Location, length: number, added: Cursor): true {
  const items = Array.isArray(added.value) ? added.items() : [added];
  for (const [i, item] of items.entries()) draft.set([...location, length + i], item);
  return true;
}

function mergeMembers(draft: Draft, location: Location, added: Cursor): true {
  for (const [key, member] of added.entries()) {
    const inner = [...location, key];
    const known = draft.at(inner)?.value;
    const bothHold = Array.isArray(known) ? Array.isArray(member.value) : isObject(known) && isObject(member.value);
    // Where one holds members and the other does not, there is nothing to merge: what is new counts.
    if (bothHold) merge(draft, inner, member);
    else draft.set(inner, member);
  }
  return true;
}
