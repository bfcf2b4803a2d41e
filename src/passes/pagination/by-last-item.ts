import type { NextPage } from "../../ir/types.js";
import type { Listing } from "./listing.js";
import { moreIn } from "./places.js";

/**
 * The id of the last item: a parameter `starting_after`, an answer that says whether there is more, and items that have
 * an `id`. With `ending_before` a call goes the other way.
 */
export function byLastItem(listing: Listing): NextPage | undefined {
  const { shapes, item, params } = listing;
  const to = params.find((it) => it.word === "startingafter");
  const more = to && moreIn(listing);
  if (to === undefined || more === undefined || !haveId(item, shapes)) return undefined;
  const back = params.find((it) => it.word === "endingbefore" && it.in === to.in);
  return {
    kind: "lastItem",
    from: ["id"],
    to: { in: to.in, name: to.name },
    ...(back && { back: { in: back.in, name: back.name } }),
    more,
  };
}

/** Items of several kinds need an id in each. */
const haveId = (item: Listing["item"], shapes: Listing["shapes"]): boolean =>
  shapes.alternatives(item).every((it) => {
    const id = shapes.property(it, "id");
    return id !== undefined && shapes.alternatives(id.type).some(({ kind }) => kind === "string");
  });
