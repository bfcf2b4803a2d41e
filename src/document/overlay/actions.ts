import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Cursor } from "../cursor.js";

/** One change of an overlay. The values are cursors, so that what they put into a description has its place. */
export interface Action {
  /** A JSONPath, and where it is written. */
  readonly path: string;
  readonly target: Cursor;
  readonly change: Change;
}
export type Change =
  | { readonly kind: "remove" }
  | { readonly kind: "update"; readonly value: Cursor }
  | { readonly kind: "copy"; readonly path: string; readonly from: Cursor };

/** The actions of an overlay document in their order. What is wrong with it is said; then there are none, or only the others. */
export function readActions(root: Cursor, diagnostics: Diagnostics): readonly Action[] {
  const version = root.text("overlay");
  if (version === undefined || !Array.isArray(root.get("actions")?.value)) {
    diagnostics.report("overlay/not-an-overlay", root.origin, {});
    return [];
  }
  if (!/^1\.[01](\.|$)/.test(version)) {
    diagnostics.report("overlay/unsupported-version", root.get("overlay")?.origin, { version });
    return [];
  }
  return root.items("actions").flatMap((it) => {
    const action = readAction(it);
    if (action === undefined) diagnostics.report("overlay/action", it.origin, {});
    return action ?? [];
  });
}

function readAction(node: Cursor): Action | undefined {
  const target = node.get("target");
  const change = changeOf(node);
  return typeof target?.value === "string" && change !== undefined ? { path: target.value, target, change } : undefined;
}

/** `remove` counts before `update`, and that before `copy` (Overlay 1.1, section 4.4.3.1). */
function changeOf(node: Cursor): Change | undefined {
  if (node.flag("remove") === true) return { kind: "remove" };
  const [update, copy] = [node.get("update"), node.get("copy")];
  if (update !== undefined) return { kind: "update", value: update };
  return typeof copy?.value === "string" ? { kind: "copy", path: copy.value, from: copy } : undefined;
}
