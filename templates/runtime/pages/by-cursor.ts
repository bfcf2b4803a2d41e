import type { Paging } from "./pages.js";
import { type Path, type RequestPlace, asking, isLast, valueAt } from "./place.js";

/** The data of a page hold what its successor is asked for by: a cursor, a token, a number. Without one the page is the last. */
export function byCursor({ from, to, more }: CursorPlaces): Paging {
  return {
    next(page, request, first) {
      const cursor = valueAt(page.data, from);
      return !cursor || isLast(page, more) ? undefined : asking(request, first, to, cursor);
    },
  };
}

interface CursorPlaces {
  readonly from: Path;
  readonly to: RequestPlace;
  readonly more?: Path;
}
