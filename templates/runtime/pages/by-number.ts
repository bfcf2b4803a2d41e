import type { Paging } from "./pages.js";
import { type Path, type RequestPlace, asking, given, isLast, valueAt } from "./place.js";

/** A page is asked for by how many items stand before it. Ends at a page without items, or at the `total` number of items. */
export function byOffset(places: NumberPlaces): Paging {
  return byNumber(places, (items) => items.length);
}

/** A page is asked for by its number. Ends at a page without items, or at the `total` number of pages. */
export function byPage(places: NumberPlaces): Paging {
  return byNumber(places, () => 1);
}

function byNumber({ to, start, more, total }: NumberPlaces, stepOf: (items: readonly unknown[]) => number): Paging {
  return {
    next(page, request, first) {
      const number = Number(given(request, to) ?? start) + stepOf(page.items);
      const end = total && valueAt(page.data, total);
      const isPast = typeof end === "number" && number - start >= end;
      return page.items.length === 0 || isPast || isLast(page, more) ? undefined : asking(request, first, to, number);
    },
  };
}

interface NumberPlaces {
  readonly to: RequestPlace;
  /** What a call that does not say it asks for. */
  readonly start: number;
  readonly more?: Path;
  readonly total?: Path;
}
