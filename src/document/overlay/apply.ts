import { JSONPathEnvironment, JSONPathError, type JSONValue } from "json-p3";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Source } from "../../read/source.js";
import type { Cursor } from "../cursor.js";
import type { Places } from "../places.js";
import type { Action } from "./actions.js";
import { Draft, type Location } from "./draft.js";
import { merge } from "./merge.js";

/** An input after an action, and how many of its nodes the action matched. */
export interface Applied {
  readonly source: Source;
  readonly matches: number;
}

/** Applies one action to all nodes that its target selects. */
export function applyAction(source: Source, action: Action, places: Places, diagnostics: Diagnostics): Applied {
  const locations = select(source.value, action.path, action.target, diagnostics);
  if (locations.length === 0) return { source, matches: 0 };
  const draft = new Draft(source, places);
  const { change } = action;
  if (change.kind === "remove") for (const location of lastFirst(locations)) draft.remove(location);
  else {
    const added = change.kind === "update" ? change.value : copied(draft, change, diagnostics);
    const done = added === undefined || locations.map((it) => merge(draft, it, added)).every((it) => it);
    if (!done) diagnostics.report("overlay/mismatch", action.target.origin, { target: action.path });
  }
  return { source: { ...source, value: draft.value }, matches: locations.length };
}

/** What a `copy` names: one node. */
function copied(draft: Draft, { path, from }: Copy, diagnostics: Diagnostics): Cursor | undefined {
  const found = select(draft.value, path, from, diagnostics);
  const [only] = found;
  if (only !== undefined && found.length === 1) return draft.at(only);
  diagnostics.report("overlay/copy", from.origin, { path, count: String(found.length) });
  return undefined;
}

type Copy = Extract<Action["change"], { readonly kind: "copy" }>;

/** An order in which each can be taken out without moving one that follows: inner before outer, later items of a list first. */
const lastFirst = (locations: readonly Location[]): readonly Location[] =>
  locations.toSorted((a, b) => {
    const differing = a.findIndex((key, i) => key !== b[i]);
    const [own, other] = [a[differing], b[differing]];
    return typeof own === "number" && typeof other === "number" ? other - own : b.length - a.length;
  });

/** Where the nodes stand that a JSONPath selects (RFC 9535). */
function select(value: unknown, path: string, written: Cursor, diagnostics: Diagnostics): readonly Location[] {
  try {
    // What a reader gives is JSON. The library's own limit of depth is under that of some descriptions.
    const found = new JSONPathEnvironment({ maxRecursionDepth: 1000 }).query(path, value as JSONValue);
    const locations = new Map(found.nodes.map((it) => [JSON.stringify(it.location), it.location]));
    return [...locations.values()];
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    diagnostics.report("overlay/path", written.origin, { path, reason: error.message.replace(/\.$/, "") });
    return [];
  }
}
