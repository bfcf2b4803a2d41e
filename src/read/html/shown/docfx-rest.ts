import { type Placed, value } from "../../placed.js";
import type { Dialect } from "../dialect.js";
import type { Element, Page } from "../page.js";
import { describe } from "./describe.js";
import type { ShownOperation, ShownParameter, ShownResponse } from "./shown.js";
import { type Row, rowsOf, textOfCell } from "./table.js";
import { schemaOf } from "./type-text.js";
import { Types } from "./types.js";

/** The pages that docfx makes of a Swagger description. They show no schema and mostly no place of a parameter. */
export const docfxRest: Dialect = {
  name: "docfx REST",
  marker: 'an element "code" of the class "lang-restApi"',
  matches: (page) => page.all("code.lang-restApi").length > 0,
  read(page) {
    const known = new Types([]);
    const [title] = page.all("h1");
    return describe(page, {
      openapi: "3.1.1",
      types: known,
      title: title && value(page.insideOf(title), page.textOf(title)),
      operations: sectionsOf(page).flatMap((it) => readOperation(page, it, known) ?? []),
      schemas: new Map(),
    });
  },
};

/** What follows the heading of an operation, up to the next one. */
interface Section {
  readonly heading: Element;
  readonly blocks: readonly Element[];
}

function sectionsOf(page: Page): readonly Section[] {
  const blocks = page.all("h3[data-uid], .summary, .description, code.lang-restApi, table");
  const starts = blocks.flatMap((it, i) => (it.name === "h3" ? [i] : []));
  return starts.flatMap((start, i) => {
    const heading = blocks[start];
    return heading === undefined ? [] : [{ heading, blocks: blocks.slice(start + 1, starts[i + 1]) }];
  });
}

function readOperation(page: Page, { heading, blocks }: Section, known: Types): ShownOperation | undefined {
  const line = blocks.find((it) => it.name === "code");
  const [, method = "", path, query = ""] =
    /^(\w+)\s+(\/[^?\s]*)(?:\?(\S*))?$/.exec(line ? page.textOf(line) : "") ?? [];
  if (line === undefined || path === undefined) return undefined;
  const tables = blocks.filter((it) => it.name === "table").map((it) => rowsOf(page, it));
  const parameters = (tables.find(([row]) => row?.cells.has("Notes")) ?? []).map((it) =>
    readParameter(page, it, known),
  );
  const inQuery = new Set(query.split("&").map((it) => it.replace(/=.*$/, "").replace(/^\[|\]$/g, "")));
  const placed = parameters.map((it) => ({ ...it, place: inQuery.has(it.name) ? "query" : undefined }));
  const isBody = (it: (typeof placed)[number]): boolean =>
    it.isNamed && it.place === undefined && !path.includes(`{${it.name}}`);
  const body = placed.find(isBody);
  return {
    range: page.rangeOf(line),
    method: method.toLowerCase(),
    path,
    id: value(page.rangeOf(heading), (page.attribute(heading, "data-uid") ?? "").replace(/^.*\//s, "")),
    summary: prose(page, blocks, "summary", (it) => page.textOf(it)),
    description: prose(page, blocks, "description"),
    tags: [],
    parameters: placed.filter((it) => it !== body),
    body: body && { range: body.range, required: body.required, types: [] },
    responses: (tables.find(([row]) => row?.cells.has("Status Code")) ?? []).map((it) => readResponse(page, it)),
  };
}

/** Only a body is of a schema that has a name (2.0, "Parameter Object"). */
function readParameter(page: Page, row: Row, known: Types): ShownParameter & { readonly isNamed: boolean } {
  const name = textOfCell(page, row, "Name");
  const range = page.rangeOf(row.element);
  const type = row.cells.get("Type");
  const notes = row.cells.get("Notes");
  const schema = schemaOf(textOfCell(page, row, "Type").replace(/\s+/g, " "), known);
  const text = notes ? page.proseOf(notes) : "";
  return {
    range,
    name: name.replace(/^\*/, ""),
    required: name.startsWith("*"),
    isNamed: type !== undefined && page.all("a.typelink", type).length > 0,
    description: notes && text !== "" ? value(page.insideOf(notes), text) : undefined,
    schema: schema && value(range, schema),
  };
}

function readResponse(page: Page, row: Row): ShownResponse {
  const description = row.cells.get("Description");
  const samples = row.cells.get("Samples");
  return {
    range: page.rangeOf(row.element),
    code: textOfCell(page, row, "Status Code"),
    description: description && value(page.insideOf(description), page.proseOf(description)),
    empty: textOfCell(page, row, "Type") === "",
    types: samples ? page.all(".mime", samples).map((it) => page.textOf(it)) : [],
  };
}

function prose(
  page: Page,
  blocks: readonly Element[],
  name: string,
  read = (it: Element): string => page.proseOf(it),
): Placed | undefined {
  const element = blocks.find((it) => (page.attribute(it, "class") ?? "").split(" ").includes(name));
  const text = element === undefined ? "" : read(element);
  return element === undefined || text === "" ? undefined : value(page.insideOf(element), text);
}
