import type { Range } from "../../../diagnostics/diagnostics.js";
import type { Element, Page } from "../page.js";
import { parseTarget, type Target } from "./target.js";

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
  const [element] = page.byClass("httpTarget");
  const target = element && parseTarget(page.textOf(element));
  if (element === undefined || target === undefined) {
    page.report("read/page-incomplete", element ? page.rangeOf(element) : page.start, {
      what: "the path of the request",
    });
    return undefined;
  }
  reportRepairs(page, element, target);
  return { ...target, range: page.insideOf(element) };
}

function reportRepairs(page: Page, element: Element, { path, prefix, backslashes }: Target): void {
  if (prefix !== undefined) page.report("read/page-base-url", page.find(prefix, element), { prefix });
  if (backslashes) page.report("read/page-backslashes", page.find("\\", element), { path });
}

/** OpenAPI 3.1.1, section 4.8.9.1. */
const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
