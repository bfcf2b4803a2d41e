import { object, type Placed } from "../../placed.js";
import type { Page } from "../page.js";
import { readExample } from "./example.js";
import { type Headers, mediaTypes } from "./headers.js";
import { readSchema } from "./schema.js";

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
  if (element === undefined || (schema !== undefined && types.length === 0))
    page.report("read/page-unknown-body", range, {});
  const content = types.map((type) => [type, object(range, { schema, example: exampleOf(page, type) })] as const);
  return { placed: object(range, { content: object(range, Object.fromEntries(content)) }), schema };
}

function exampleOf(page: Page, type: string): Placed | undefined {
  const [request] = page.byClass("httpExample");
  return request && readExample(page, request, type);
}
