import { object, type Placed, value } from "../../placed.js";
import type { Element, Page } from "../page.js";
import { readExample } from "./example.js";
import { headersIn, type Headers, mediaTypes } from "./headers.js";

/** The responses: status, description and media types; none of the tool's versions tells a schema of them. */
export function readResponses(page: Page, headers: Headers): Placed {
  const [section] = page.byClass("responses");
  const accepted = mediaTypes(headers.get("accept"));
  const responses = page.byClass("response", section).flatMap((item) => {
    const [status] = page.byClass("statusLine", item);
    const code = status && page.hasEndTag(item) ? page.textOf(status) : "";
    return code === "" ? [] : [[code, readResponse(page, item, code, accepted)] as const];
  });
  return object(section ? page.rangeOf(section) : page.start, Object.fromEntries(responses));
}

function readResponse(page: Page, item: Element, code: string, accepted: readonly string[]): Placed {
  const range = page.rangeOf(item);
  const [description] = page.byClass("statusDescription", item);
  const text = description && page.proseOf(description);
  const content = isBodiless(code) ? undefined : readContent(page, item, code, accepted);
  return object(range, { description: description && value(page.insideOf(description), text), content });
}

/**
 * The newest pages print each response as a message, with its own media type or with none where it has no content; the
 * older ones have one list for all responses, in the request.
 */
function readContent(page: Page, item: Element, code: string, accepted: readonly string[]): Placed | undefined {
  const range = page.rangeOf(item);
  const [message] = page.byClass("httpExample", item);
  const types = message ? mediaTypes(headersIn(page, message).get("content-type")) : accepted;
  if (message !== undefined && types.length === 0) return undefined;
  page.report("read/page-untyped-response", range, { code });
  if (types.length === 0) return undefined;
  const media = types.map(
    (type) => [type, object(range, { example: message && readExample(page, message, type) })] as const,
  );
  return object(range, Object.fromEntries(media));
}

/** RFC 9110, sections 15.2, 15.3.5 and 15.4.5: these never have content. */
const isBodiless = (code: string): boolean => /^(?:1..|204|304)$/.test(code);
