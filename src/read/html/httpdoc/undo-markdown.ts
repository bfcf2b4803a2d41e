import type { Element, Node, Page } from "../page.js";

/**
 * The text that an element was before a Markdown processor took it for Markdown: marks where it made elements, and the
 * entities that it kept from being decoded, inside of code and formulas and behind a backslash.
 */
export const undoMarkdown = (page: Page, element: Element): string =>
  element.nodes.map((it) => undone(page, it)).join("");

function undone(page: Page, node: Node): string {
  // `\&quot;` is `&quot;` to Markdown, where the backslash only says that no entity is meant.
  if (typeof node === "string") return node.replaceAll("&quot;", '\\"');
  const write = WRITERS.get(node.name);
  return write === undefined ? undoMarkdown(page, node) : write(page, node);
}

type Writer = (page: Page, element: Element) => string;

const around =
  (mark: string): Writer =>
  (page, element) =>
    mark + undoMarkdown(page, element) + mark;

const WRITERS: ReadonlyMap<string, Writer> = new Map([
  ["code", (page, element) => `\`${twiceDecoded(page, element)}\``],
  ["em", around("*")],
  ["strong", around("**")],
  ["a", (page, element) => `[${undoMarkdown(page, element)}](${page.attribute(element, "href") ?? ""})`],
  ["span", formula],
]);

/** `$x$` has become `\(x\)`. */
function formula(page: Page, element: Element): string {
  if (page.attribute(element, "class") !== "math") return undoMarkdown(page, element);
  return twiceDecoded(page, element).replace(/^\\\(([^]*)\\\)$/, "$$$1$$");
}

const twiceDecoded = (page: Page, element: Element): string => page.decoded(page.textOf(element));
