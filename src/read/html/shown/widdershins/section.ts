import type { Element, Page } from "../../page.js";

/** What stands between the heading of an operation or a schema and the next one, in a row: Markdown nests nothing. */
export interface Section {
  readonly heading: Element;
  readonly id?: string;
  readonly schema?: string;
  readonly tag: string;
  readonly blocks: readonly Element[];
}

export function sectionsOf(page: Page): readonly Section[] {
  const blocks = page.all("h1, h2, h3, h4, p, pre, table, a[id]");
  const starts = blocks.flatMap((it, i) => (it.name === "h2" ? [i] : []));
  let tag = "";
  return starts.flatMap((start, i) => {
    const heading = blocks[start];
    const within = blocks.slice(start + 1, starts[i + 1]);
    const end = within.findIndex((it) => it.name === "h1");
    const own = end === -1 ? within : within.slice(0, end);
    const before = blocks.slice(starts[i - 1] ?? 0, start).findLast((it) => it.name === "h1");
    if (before !== undefined) tag = page.textOf(before);
    const id = anchored(page, own, "opId");
    const schema = anchored(page, own, "schema_");
    if (heading === undefined) return [];
    return { heading, tag, blocks: own, ...(id !== undefined && { id }), ...(schema !== undefined && { schema }) };
  });
}

const anchored = (page: Page, blocks: readonly Element[], prefix: string): string | undefined =>
  blocks
    .map((it) => page.attribute(it, "id") ?? "")
    .find((it) => it.startsWith(prefix))
    ?.slice(prefix.length);
