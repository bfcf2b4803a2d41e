import { parsed, type Placed, value } from "../../placed.js";
import type { Element, Page } from "../page.js";

/** The body of a printed message: what stands behind its head. Undefined where the tool had no example to print. */
export function readExample(page: Page, message: Element, type: string): Placed | undefined {
  const head = page.byClass("headerValue", message).at(-1);
  if (head === undefined) return undefined;
  const range = { start: page.rangeOf(head).end, end: page.insideOf(message).end };
  const text = page.textIn(range);
  if (NONE.has(text)) return undefined;
  return /[/+]json\b/i.test(type) ? jsonExample(text, range) : value(range, text);
}

/** What the versions of the tool print where the description has no example. */
const NONE: ReadonlySet<string> = new Set(["", "null", '{ "example": "Example goes here" }']);

/** A text that is not JSON is no example of JSON. */
function jsonExample(text: string, range: Placed["range"]): Placed | undefined {
  try {
    return parsed(range, text);
  } catch {
    return undefined;
  }
}
