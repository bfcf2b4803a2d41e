import { byCodePoint } from "../ir/order.js";
import type { Type } from "../ir/types.js";
import { featuresOf, longHash, outline, shortHash } from "./outline.js";

/**
 * What a type is known again by that is too simple for a sketch: since many others are like it, by some of the places where it is used,
 * and by all that it is but what it refers to, which may be called otherwise too.
 */
export interface UseSketch {
  readonly content: string;
  /** Hashes of places, the lowest: most that are added or removed leave them as they are. */
  readonly uses: readonly string[];
}

/** Undefined for what is used nowhere. */
export function useSketchOf(type: Type, uses: ReadonlySet<string> | undefined): string | undefined {
  const lowest = [...(uses ?? [])].map(longHash).sort(byCodePoint).slice(0, KEPT);
  return lowest.length === 0 ? undefined : `${contentOf(type)}${AT}${lowest.join(".")}`;
}

/** Those among the sketches of a type. */
export const useSketchesIn = (sketches: readonly string[]): readonly UseSketch[] =>
  sketches.flatMap((it) => {
    const [content = "", uses] = it.split(AT);
    return uses === undefined ? [] : [{ content, uses: uses.split(".") }];
  });

export const contentOf = (type: Type): string =>
  shortHash([outline(type, ANY), ...featuresOf(type, ANY)].sort(byCodePoint).join());

const KEPT = 3;
/** What parts the two. */
const AT = "@";
const ANY = "@";
