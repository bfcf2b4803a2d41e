import type { Range } from "../../../diagnostics/diagnostics.js";
import { parsed, type Placed, type Places } from "../../placed.js";
import type { Element, Page } from "../page.js";
import { restoreQuotes } from "./quotes.js";
import { undoMarkdown } from "./undo-markdown.js";

/** The schema that a page prints as JSON; undefined where it prints none, or one that cannot be read, which is said. */
export function readSchema(page: Page, element: Element): Placed | undefined {
  const text = page.textOf(element);
  if (text === "") {
    page.report("read/page-unknown-body", page.rangeOf(element), {});
    return undefined;
  }
  const range = page.insideOf(element);
  const found =
    page.all("*", element).length === 0 ? parse(range, text, page.placesOf(element)) : parseMixed(page, element, range);
  if (found !== undefined) return found;
  const restored = restoreQuotes(undoMarkdown(page, element));
  const repaired = restored === undefined ? undefined : parse(range, restored);
  page.report(repaired === undefined ? "read/page-schema" : "read/page-schema-quotes", range, {});
  return repaired;
}

/**
 * JSON that has elements in it: those that a text such as `<Pay>` has become where it is not encoded for HTML, so that
 * only the page's own text has it; or those that a Markdown processor has made of it.
 */
const parseMixed = (page: Page, element: Element, range: Range): Placed | undefined =>
  parse(range, page.slice(range), page.placesIn(range)) ?? parse(range, undoMarkdown(page, element));

function parse(range: Range, json: string, places?: Places): Placed | undefined {
  try {
    return parsed(range, json, places);
  } catch {
    return undefined;
  }
}
