import type { Element, Page } from "../page.js";

/** A row of a table: its cells by the headings of their columns. */
export interface Row {
  readonly element: Element;
  readonly cells: ReadonlyMap<string, Element>;
}

export function rowsOf(page: Page, table: Element): readonly Row[] {
  const headings = page.all("th", table).map((it) => page.textOf(it));
  return page.all("tr", table).flatMap((element) => {
    const cells = page.all("td", element);
    const named = cells.map((cell, i) => [headings[i] ?? "", cell] as const);
    return cells.length === 0 ? [] : [{ element, cells: new Map(named) }];
  });
}

export function textOfCell(page: Page, { cells }: Row, heading: string): string {
  const cell = cells.get(heading);
  return cell === undefined ? "" : page.textOf(cell);
}
