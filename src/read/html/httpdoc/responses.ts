import { object, type Placed, value } from "../../placed.js";
import type { Element, Page } from "../page.js";
import { type Headers, mediaTypes } from "./headers.js";

/** The responses: status and description. Of what they hold, at most the media types are told, and those for all together. */
export function readResponses(page: Page, headers: Headers): Placed {
  const [section] = page.byClass("responses");
  const items = page.byClass("response", section);
  const types = mediaTypes(headers.get("accept"));
  const responses = items.flatMap((item) => {
    const [status] = page.byClass("statusLine", item);
    const code = status && page.textOf(status);
    return code ? [[code, readResponse(page, item, code, types)] as const] : [];
  });
  return object(section ? page.rangeOf(section) : page.start, Object.fromEntries(responses));
}

function readResponse(page: Page, item: Element, code: string, types: readonly string[]): Placed {
  const range = page.rangeOf(item);
  const [description] = page.byClass("statusDescription", item);
  const text = description && page.proseOf(description);
  if (!isBodiless(code)) page.report("read/page-untyped-response", range, { code });
  return object(range, {
    description: description && value(page.insideOf(description), text),
    content: isBodiless(code) || types.length === 0 ? undefined : contentOf(range, types),
  });
}

const contentOf = (range: Placed["range"], types: readonly string[]): Placed =>
  object(range, Object.fromEntries(types.map((type) => [type, object(range, {})])));

/** RFC 9110, sections 15.2, 15.3.5 and 15.4.5: these never have content. */
const isBodiless = (code: string): boolean => /^(?:1..|204|304)$/.test(code);
