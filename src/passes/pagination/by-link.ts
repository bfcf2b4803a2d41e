import type { NextPage } from "../../ir/types.js";
import type { Listing } from "./listing.js";
import { isOnly, moreIn, type Place } from "./places.js";

/** A link to the next page in the body: named as one, or called `next` where its format or what it stands in says that it is a link. */
export function byLink(listing: Listing): NextPage | undefined {
  const found = listing.places.filter((it) => isLink(it, listing) && isOnly(listing, it.type, "string"));
  const [place, ...others] = found;
  if (place === undefined || others.length > 0) return undefined;
  const more = moreIn(listing);
  return { kind: "link", from: place.path, ...(more && { more }) };
}

function isLink({ word, path, type }: Place, { shapes }: Listing): boolean {
  if (NAMES.has(word)) return true;
  if (word !== "next") return false;
  return /^ur[il]/.test(shapes.format(type) ?? "") || /^_?links$/.test(path.at(-2) ?? "");
}

const NAMES: ReadonlySet<string> = new Set(
  "nextlink nexturl nexturi nexthref nextpagelink nextpageurl nextpageuri odatanextlink".split(" "),
);

/** The header `Link` (RFC 8288), where the description gives it to the answer. */
export function byLinkHeader({ headers }: Listing): NextPage | undefined {
  return headers.has("link") ? { kind: "linkHeader" } : undefined;
}
