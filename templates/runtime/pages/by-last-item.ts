import type { Paging } from "./pages.js";
import { type Path, type RequestPlace, asking, given, isLast, valueAt } from "./place.js";

/**
 * A page is asked for by what identifies the last item of the page before it. A call that asks for what stands before an
 * item, by the parameter `back`, goes on in that direction: its items come from the end of each page to its start.
 */
export function byLastItem({ from, to, back, more }: ItemPlaces): Paging {
  return {
    next(page, request, first) {
      const id = valueAt(page.items.at(-1), from);
      const place = back !== undefined && given(request, back) !== undefined ? back : to;
      return !id || isLast(page, more) ? undefined : asking(request, first, place, id);
    },
    isBackwards: (request) => back !== undefined && given(request, back) !== undefined,
  };
}

interface ItemPlaces {
  /** In an item. */
  readonly from: Path;
  readonly to: RequestPlace;
  readonly back?: RequestPlace;
  readonly more?: Path;
}
