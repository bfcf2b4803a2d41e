import type { Range } from "../../../diagnostics/diagnostics.js";
import { type Placed, value } from "../../placed.js";
import type { Element, Page } from "../page.js";

/** What the operation is called, and what is said of it; `whole` is the page of which this may be a part. */
export function readOverview(page: Page, whole: Page): Readonly<Record<string, Placed | undefined>> {
  const [heading] = page.byClass("requestSummary");
  const [section] = page.byClass("requestOverview");
  return { ...readNames(page, whole, heading), description: section && readDescription(page, section, heading) };
}

/**
 * The heading is the summary where there is one, and then the title of the page too; the operationId, which is also
 * the name of the file, stands in the heading only where there is none.
 */
function readNames(
  page: Page,
  whole: Page,
  heading: Element | undefined,
): Readonly<Record<string, Placed | undefined>> {
  const text = heading && page.textOf(heading).replaceAll(/\s+/g, " ");
  const range = heading ? page.insideOf(heading) : page.start;
  if (text && !hasTitle(whole)) return { operationId: value(range, text) };
  // The file is called by none of several.
  if (page !== whole) return { summary: text ? value(range, text) : undefined };
  const id = fileName(page.path);
  page.report("read/page-operation-id", range, { id });
  return { operationId: value(range, id), summary: text && text !== id ? value(range, text) : undefined };
}

/** The innermost title: a page that another tool has wrapped keeps its own, behind that of the wrapper. */
function hasTitle(page: Page): boolean {
  const title = page.all("title").at(-1);
  return title !== undefined && page.textOf(title) !== "";
}

const fileName = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");

/**
 * All that follows the heading. It is printed as it is into a paragraph, which ends where its own first paragraph
 * starts: most of it then stands beside the element that was meant for it.
 */
function readDescription(page: Page, section: Element, heading: Element | undefined): Placed | undefined {
  const [paragraph] = page.byClass("requestDescription", section);
  const range = paragraph ? descriptionRange(page, section, paragraph) : behind(page, section, heading);
  const text = page.slice(range);
  if (text === "") return undefined;
  if (paragraph && !page.hasEndTag(paragraph)) page.report("read/page-nested-paragraph", page.rangeOf(paragraph), {});
  return value(range, text);
}

function descriptionRange(page: Page, section: Element, paragraph: Element): Range {
  const { start } = page.insideOf(paragraph);
  const { end } = page.insideOf(section);
  const source = page.source({ start, end });
  // The end tag of the element itself, which closes nothing any more, unless another tool has left it out.
  const isOver = count(source, /<\/p>/gi) > count(source, /<p[\s>]/gi);
  const tail = isOver ? /<\/p>\s*$/i.exec(source) : null;
  return { start, end: tail === null ? end : start + tail.index };
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

function behind(page: Page, section: Element, heading: Element | undefined): Range {
  const { start, end } = page.insideOf(section);
  return { start: heading ? page.rangeOf(heading).end : start, end };
}
