import { type Placed, value } from "../../../placed.js";
import type { Dialect } from "../../dialect.js";
import type { Page } from "../../page.js";
import { describe } from "../describe.js";
import { schemaOfRows } from "../property-rows.js";
import { readOperation } from "./operation.js";
import { type Section, sectionsOf } from "./section.js";
import { enumsOf, propertyRow, rowsUnder } from "./tables.js";
import { Types } from "../types.js";

/** Pages made of what Widdershins writes (github.com/Mermade/widdershins), by Slate, Shins or any other Markdown processor. */
export const widdershins: Dialect = {
  name: "Widdershins",
  marker: 'an element "a" whose id starts with "opId"',
  matches: (page) => page.all('a[id^="opId"]').length > 0,
  read(page) {
    const sections = sectionsOf(page);
    const known = new Types(sections.flatMap(({ schema }) => schema ?? []));
    const schemas = sections.flatMap((section) => {
      const { schema: name } = section;
      return name === undefined ? [] : [[name, readSchema(page, section, known)] as const];
    });
    return describe(page, {
      openapi: "3.1.1",
      types: known,
      ...readHead(page),
      operations: sections.flatMap((it) => readOperation(page, it, known) ?? []),
      schemas: new Map(schemas),
    });
  },
};

function readHead(page: Page): { readonly title?: Placed; readonly version?: Placed; readonly server?: Placed } {
  const [heading] = page.all("h1");
  const [, title, version] = /^(.+?)(?:\s+v?(\d\S*))?$/.exec(heading ? page.textOf(heading) : "") ?? [];
  const label = page.all("p").find((it) => page.textOf(it) === "Base URLs:");
  const urls = label && page.next(label, "ul");
  const [link] = urls ? page.all("a[href]", urls) : [];
  return {
    ...(heading && title && { title: value(page.insideOf(heading), title) }),
    ...(heading && version && { version: value(page.insideOf(heading), version) }),
    ...(link && { server: value(page.insideOf(link), page.attribute(link, "href")) }),
  };
}

/** What a table cannot show, such as a choice between schemas, is unknown. */
function readSchema(page: Page, section: Section, known: Types): Placed {
  const rows = rowsUnder(page, section, "Properties").map((it) => propertyRow(page, it));
  const schema = schemaOfRows(rows, enumsOf(page, section, "Property"), known);
  if (schema === undefined) known.miss(section.schema ?? "");
  return value(page.rangeOf(section.heading), schema ?? {});
}
