import { following } from "./by-link.js";
import type { Paging } from "./pages.js";

/** The header `Link` of a page names the next one (RFC 8288). */
export function byLinkHeader(): Paging {
  return {
    next: (page, request, first) => following(nextIn(page.response.headers.get("link") ?? ""), page, request, first),
  };
}

/** The target of the first link whose relations have `next` among them, and that speaks of this page, not of another anchor. */
function nextIn(header: string): string | undefined {
  for (const [, target, params = ""] of header.matchAll(LINK)) {
    const named = [...params.matchAll(PARAM)].map(
      ([, name = "", quoted, token]) => [name.toLowerCase(), quoted ?? token] as const,
    );
    const [, relations = ""] = named.find(([name]) => name === "rel") ?? [];
    const isNext = relations.toLowerCase().split(/\s+/).includes("next");
    if (isNext && !named.some(([name]) => name === "anchor")) return target;
  }
  return undefined;
}

/** RFC 8288, section 3: a target in angle brackets, and parameters of which a value may be quoted and then hold any character. */
const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s";,]*))?)*)/g;
const PARAM = /;\s*([^\s=;,]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s";,]*)))?/g;
