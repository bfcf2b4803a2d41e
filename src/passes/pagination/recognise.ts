import type { NextPage, Pagination } from "../../ir/types.js";
import { byCursor } from "./by-cursor.js";
import { byLastItem } from "./by-last-item.js";
import { byLink, byLinkHeader } from "./by-link.js";
import { byOffset, byPage } from "./by-number.js";
import type { Listing } from "./listing.js";

/**
 * The ways to page, the surest first: a server's own word of what comes next never misses an item, while a number does
 * when the list changes in between. Each recognises only what is certain; the rest is for the configuration to say.
 */
const ways: readonly ((listing: Listing) => NextPage | undefined)[] = [
  byCursor,
  byLink,
  byLinkHeader,
  byLastItem,
  byOffset,
  byPage,
];

export function recognised(listing: Listing): Pagination | undefined {
  const { items, item } = listing;
  for (const way of ways) {
    const next = way(listing);
    if (next !== undefined) return { items, item, next };
  }
  return undefined;
}
