import type { NextPage, Type } from "../../ir/types.js";
import type { Listing, RequestParam } from "./listing.js";
import { isOnly, moreIn, type Place } from "./places.js";

/**
 * A cursor: the answer holds a value, such as `next_cursor`, that a parameter takes, such as `cursor`. Certain where
 * exactly one property and one parameter belong together by name and by type.
 */
export function byCursor(listing: Listing): NextPage | undefined {
  const more = moreIn(listing);
  const known = { hasMore: more !== undefined, hasNext: hasNext(listing) };
  // The first page has no cursor.
  const params = listing.params.filter(({ property }) => !property.required);
  const pairs = listing.places.flatMap((place) =>
    params.flatMap((param) => {
      const rank = rankOf(param.word, place.word, known);
      return rank > 0 && isSameKind(listing, place, param) ? [{ rank, place, param }] : [];
    }),
  );
  const best = Math.max(...pairs.map((it) => it.rank));
  const [pair, ...others] = pairs.filter((it) => it.rank === best);
  if (pair === undefined || others.length > 0) return undefined;
  const { in: where, name } = pair.param;
  return { kind: "cursor", from: pair.place.path, to: { in: where, name }, ...(more && { more }) };
}

interface Known {
  readonly hasMore: boolean;
  readonly hasNext: boolean;
}

const hasNext = ({ places, headers }: Listing): boolean =>
  headers.has("link") || places.some(({ word }) => word.startsWith("next"));

/** How surely a parameter takes the value of a property: 2 where the one is named after the other, 0 not at all. */
function rankOf(param: string, property: string, { hasMore, hasNext }: Known): number {
  if (property.startsWith("next")) {
    const stem = property.slice("next".length);
    if (LINKS.has(stem)) return 0;
    if (PAGING.test(stem) && (param === stem || param === property)) return 2;
    return TAKERS.get(stem)?.includes(param) === true ? 1 : 0;
  }
  if (property === "continuationtoken") return param === property ? 2 : 0;
  // Where something else leads on, this is often the cursor of the page that came.
  if (property === "cursor") return param === property && !hasNext ? 1 : 0;
  // These say where this page ends, whether or not there is another one.
  return hasMore && ENDS.get(property)?.includes(param) === true ? 1 : 0;
}

/** What a place in a list is called; a token to sync by asks for what changes after the last page. Of anything else, such as `next_invoice_number`, nobody knows what it is the next of. */
const PAGING = /cursor|(?<!sync|delta)token|page|offset|marker|continuation|position|^(after|start|key)$/;

/** What links are called, which `byLink` reads. */
const LINKS: ReadonlySet<string> = new Set("link url uri href pagelink pageurl pageuri".split(" "));

/** Parameters that take a `next…` without being called after it. */
const TAKERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["cursor", ["startcursor", "startingcursor", "pagecursor", "pageafter", "after"]],
  ["pagecursor", ["cursor"]],
  ["token", ["pagetoken", "continuationtoken"]],
  ["continuationtoken", ["token"]],
]);

const ENDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["endcursor", ["after", "cursor", "aftercursor", "startcursor"]],
  ["lastid", ["afterid", "after"]],
]);

function isSameKind(listing: Listing, place: Place, { property }: RequestParam): boolean {
  const isText = (type: Type): boolean => isOnly(listing, type, "string");
  if (isText(place.type)) return isText(property.type) && !/^ur[il]/.test(listing.shapes.format(place.type) ?? "");
  return isOnly(listing, place.type, "number") && isOnly(listing, property.type, "number");
}
