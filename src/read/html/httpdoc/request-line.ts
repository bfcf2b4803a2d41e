import type { Range } from "../../../diagnostics/diagnostics.js";
import type { Element, Page } from "../page.js";
import { parseTarget, restoreSeparators, type Target } from "./target.js";

export interface RequestLine {
  /** As OpenAPI names it: lower case. */
  readonly method: { readonly name: string; readonly range: Range };
  readonly target: Target & { readonly range: Range };
}

/** The method and the target; a page without them is cut, or no operation. */
export function readRequestLine(page: Page): RequestLine | undefined {
  const method = readMethod(page);
  const target = readTarget(page);
  return method && target && { method, target };
}

function readMethod(page: Page): RequestLine["method"] | undefined {
  const [element] = page.byClass("requestLine");
  const name = element && page.textOf(element).toLowerCase();
  if (element !== undefined && name !== undefined && METHODS.has(name)) return { name, range: page.insideOf(element) };
  page.report("read/page-incomplete", element ? page.rangeOf(element) : page.start, {
    what: "the method of the request",
  });
  return undefined;
}

function readTarget(page: Page): RequestLine["target"] | undefined {
  const element = targetElement(page);
  // A target that does not end may have been cut: a part of a path is another path.
  const written = element && page.hasEndTag(element) ? parseTarget(page.textOf(element)) : undefined;
  if (element === undefined || written === undefined) {
    page.report("read/page-incomplete", element ? page.rangeOf(element) : page.start, {
      what: "the path of the request",
    });
    return undefined;
  }
  const target = isMarkdown(page) ? restoreSeparators(written) : written;
  reportRepairs(page, element, written, target);
  return { ...target, range: page.insideOf(element) };
}

/** The first version had the path alone there, and `?{params}` for whatever query there is in an element beside it. */
export const targetElement = (page: Page): Element | undefined => targetElements(page)[0];

export function targetElements(page: Page): readonly Element[] {
  const targets = page.byClass("httpTarget");
  return targets.length > 0 ? targets : page.byClass("httpPath");
}

/** docfx takes a page of httpdoc for Markdown and puts what it makes of it into a page of its own. */
const isMarkdown = (page: Page): boolean =>
  page.all("meta").some((it) => page.attribute(it, "name")?.startsWith("docfx:"));

function reportRepairs(page: Page, element: Element, written: Target, { path }: Target): void {
  const { prefix, backslashes } = written;
  if (prefix !== undefined) page.report("read/page-base-url", page.find(prefix, element), { prefix });
  if (backslashes) page.report("read/page-backslashes", page.find("\\", element), { path });
  if (path !== written.path) page.report("read/page-separator", page.insideOf(element), { path });
}

/** OpenAPI 3.1.1, section 4.8.9.1. */
const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
