import { object, type Placed, value } from "../../placed.js";
import type { Element, Page } from "../page.js";
import { type Headers, mediaTypes } from "./headers.js";

export interface Body {
  readonly placed: Placed;
  readonly schema: Placed | undefined;
}

/**
 * The request body. The section stands in the page exactly when the operation has one, so an empty schema means that
 * the body is not told, never that there is none.
 */
export function readBody(page: Page, headers: Headers): Body | undefined {
  const [section] = page.byClass("requestContent");
  if (section === undefined) return undefined;
  const [element] = page.byClass("schema", section);
  const schema = element && readSchema(page, element);
  const range = page.rangeOf(section);
  const types = mediaTypes(headers.get("content-type"));
  if (schema === undefined || types.length === 0)
    page.report("read/page-unknown-body", element ? page.rangeOf(element) : range, {});
  const content = types.map((type) => [type, object(range, { schema })] as const);
  return { placed: object(range, { content: object(range, Object.fromEntries(content)) }), schema };
}

/**
 * JSON. Where it is not encoded for HTML, what looks like a tag in it has become an element: then the page's own text is
 * taken.
 */
function readSchema(page: Page, element: Element): Placed | undefined {
  const text = page.all("*", element).length > 0 ? page.slice(page.insideOf(element)) : page.textOf(element);
  if (text === "") return undefined;
  const range = page.insideOf(element);
  try {
    return value(range, JSON.parse(text));
  } catch {
    page.report("read/page-schema", range, {});
    return undefined;
  }
}
