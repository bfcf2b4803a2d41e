import { type Placed, value } from "../../../placed.js";
import type { Element, Page } from "../../page.js";
import { groupBy } from "../group-by.js";
import type { Enums, PropertyRow } from "../property-rows.js";
import { type Row, rowsOf, textOfCell } from "../table.js";
import type { Section } from "./section.js";

/** The rows of the first table under a heading of the third or fourth level. */
export function rowsUnder(page: Page, { blocks }: Section, heading: string): readonly Row[] {
  const at = blocks.findIndex((it) => /^h[34]$/.test(it.name) && page.textOf(it) === heading);
  const table = at === -1 ? undefined : blocks.slice(at + 1).find((it) => it.name === "table" || /^h\d$/.test(it.name));
  return table?.name === "table" ? rowsOf(page, table) : [];
}

export const propertyRows = (page: Page, table: Element): readonly PropertyRow[] =>
  rowsOf(page, table).map((it) => propertyRow(page, it));

export function propertyRow(page: Page, row: Row): PropertyRow {
  const text = (heading: string): string => textOfCell(page, row, heading);
  const description = text("Description");
  return {
    name: text("Name"),
    type: text("Type"),
    required: text("Required") === "true",
    readOnly: text("Restrictions") === "read-only",
    writeOnly: text("Restrictions") === "write-only",
    description: description === NOTHING ? "" : description,
  };
}

/** What the tool writes into a cell that has nothing to tell. */
const NOTHING = "none";

export function proseOfCell(page: Page, row: Row, heading: string): Placed | undefined {
  const cell = row.cells.get(heading);
  const text = cell === undefined ? "" : page.proseOf(cell);
  return cell === undefined || text === "" || text === NOTHING ? undefined : value(page.insideOf(cell), text);
}

export function enumsOf(page: Page, { blocks }: Section, column: string): Enums {
  const headings = blocks.flatMap((it, i) =>
    it.name === "h4" && page.textOf(it) === "Enumerated Values" ? [blocks[i + 1]] : [],
  );
  const pairs = headings
    .flatMap((it) => (it?.name === "table" ? rowsOf(page, it) : []))
    .map((it) => [textOfCell(page, it, column).replace(/^»*\s*/, ""), textOfCell(page, it, "Value")] as const);
  const named = groupBy(
    pairs.filter(([name]) => name !== ""),
    ([name]) => name,
  );
  return new Map([...named].map(([name, all]) => [name, all.map(([, it]) => it)]));
}
