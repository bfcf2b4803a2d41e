import type { Path, Type } from "../../ir/types.js";
import type { Listing } from "./listing.js";
import { bare } from "./words.js";

/** A property of the body beside the list. */
export interface Place {
  readonly path: Path;
  /** Its name without spelling; below `next` that word stands before it, so `next.after` is `nextafter`. */
  readonly word: string;
  readonly type: Type;
}

/** The properties that may tell of pages: beside the list, and in the objects that such things are put into. */
export function placesOf({ shapes, body, items }: Pick<Listing, "shapes" | "body" | "items">): readonly Place[] {
  const wrapper = items.slice(0, -1);
  const roots: readonly Path[] = wrapper.length === 0 ? [[]] : [[], wrapper];
  return roots.flatMap((root) => placesIn(shapes.at(body, root), root, []));

  function placesIn(type: Type | undefined, path: Path, envelopes: readonly string[]): readonly Place[] {
    if (type === undefined || envelopes.length > 2) return [];
    return shapes.properties(type).flatMap((it): readonly Place[] => {
      const here = [...path, it.wireName];
      const word = bare(it.wireName);
      const place = { path: here, word: envelopes.at(-1) === "next" ? `next${word}` : word, type: it.type };
      return [place, ...(ENVELOPES.has(word) ? placesIn(it.type, here, [...envelopes, word]) : [])];
    });
  }
}

const ENVELOPES: ReadonlySet<string> = new Set(
  "meta metadata pagination paging pageinfo responsemetadata cursors links next page pages".split(" "),
);

/** The place of this kind that has one of these names; undefined where none has, or several have and nobody knows which is meant. */
export function placeNamed(listing: Listing, names: ReadonlySet<string>, kind: Type["kind"]): Path | undefined {
  const found = listing.places.filter((it) => names.has(it.word) && isOnly(listing, it.type, kind));
  return found.length === 1 ? found[0]?.path : undefined;
}

export function isOnly({ shapes }: Listing, type: Type, kind: Type["kind"]): boolean {
  const all = shapes.alternatives(type);
  return all.length > 0 && all.every((it) => it.kind === kind);
}

/** Where an answer says whether there is another page. */
export const moreIn = (listing: Listing): Path | undefined => placeNamed(listing, MORE, "boolean");

const MORE: ReadonlySet<string> = new Set("hasmore hasnext hasnextpage hasmoreitems hasmorepages".split(" "));
