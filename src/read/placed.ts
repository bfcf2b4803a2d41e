import type { Range } from "../diagnostics/diagnostics.js";
import { tokensOf } from "../diagnostics/pointer.js";
import type { Content } from "./format.js";

/**
 * A tree of plain values that a reader puts together from a text of another form: each node with the stretch of the
 * text that says so.
 */
export type Placed =
  | { readonly kind: "value"; readonly range: Range; readonly value: unknown }
  | { readonly kind: "object"; readonly range: Range; readonly members: ReadonlyMap<string, Placed> }
  | { readonly kind: "list"; readonly range: Range; readonly items: readonly Placed[] };

export const value = (range: Range, it: unknown): Placed => ({ kind: "value", range, value: it });

export const list = (range: Range, items: readonly Placed[]): Placed => ({ kind: "list", range, items });

/** Members that are undefined are left out. */
export const object = (range: Range, members: Readonly<Record<string, Placed | undefined>>): Placed => ({
  kind: "object",
  range,
  members: new Map(Object.entries(members).filter((it): it is [string, Placed] => it[1] !== undefined)),
});

/** The plain values, and the way back from them to the text. */
export function contentOf(root: Placed): Content {
  return { value: plain(root), locate: (pointer) => find(root, tokensOf(pointer)).range };
}

function plain(node: Placed): unknown {
  switch (node.kind) {
    case "value":
      return node.value;
    case "object":
      return Object.fromEntries([...node.members].map(([key, member]) => [key, plain(member)]));
    case "list":
      return node.items.map(plain);
  }
}

function find(root: Placed, tokens: readonly string[]): Placed {
  let node = root;
  for (const token of tokens) {
    const next =
      node.kind === "object" ? node.members.get(token) : node.kind === "list" ? node.items[Number(token)] : undefined;
    if (next === undefined) return node;
    node = next;
  }
  return node;
}
