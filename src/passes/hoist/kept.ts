import type { TypeId } from "../../ir/types.js";

/**
 * The places whose names have to stay, as a tree of the tokens of their ids: the way down through a type goes down in it too, so
 * that nothing is asked where nothing is kept.
 */
export interface Kept {
  readonly isHere: boolean;
  readonly inner: ReadonlyMap<string, Kept>;
}

/** Undefined where nothing is kept. */
export function keptTree(ids: ReadonlySet<TypeId> = new Set()): Kept | undefined {
  if (ids.size === 0) return undefined;
  const root = node();
  for (const id of ids) {
    let at = root;
    for (const token of id.split("/")) {
      const next = at.inner.get(token) ?? node();
      at.inner.set(token, next);
      at = next;
    }
    at.isHere = true;
  }
  return root;
}

/** What is kept at the end of a way, given by the tokens of an id, and below it. */
export const keptAt = (from: Kept | undefined, tokens: readonly string[]): Kept | undefined =>
  tokens.reduce<Kept | undefined>((at, token) => at?.inner.get(token), from);

/** What is kept at a place and below it, given by its id or the beginning of one. */
export const keptIn = (all: Kept, id: string): Kept | undefined => keptAt(all, id.split("/"));

interface Node {
  isHere: boolean;
  readonly inner: Map<string, Node>;
}
const node = (): Node => ({ isHere: false, inner: new Map() });
