import { value } from "../../../placed.js";
import type { Page } from "../../page.js";
import { schemaOfRows } from "../property-rows.js";
import type { ShownBody, ShownHeader, ShownParameter, ShownResponse } from "../shown.js";
import { type Row, textOfCell } from "../table.js";
import { type Schema, schemaOf } from "../type-text.js";
import type { Section } from "./section.js";
import { enumsOf, propertyRow, propertyRows, proseOfCell, rowsUnder } from "./tables.js";
import type { Types } from "../types.js";

export function readParameter(page: Page, section: Section, row: Row, known: Types): ShownParameter | undefined {
  const [name, place] = ["Name", "In"].map((it) => textOfCell(page, row, it)) as [string, string];
  if (place === "body" || name.startsWith("»")) return undefined;
  const range = page.rangeOf(row.element);
  const told = schemaOf(textOfCell(page, row, "Type"), known);
  const values = enumsOf(page, section, "Parameter").get(name);
  const schema = told && values && "type" in told && told["type"] === "string" ? { ...told, enum: values } : told;
  return {
    range,
    name,
    place,
    required: textOfCell(page, row, "Required") === "true",
    description: proseOfCell(page, row, "Description"),
    schema: schema && value(range, schema),
  };
}

export function readBody(
  page: Page,
  section: Section,
  rows: readonly Row[],
  types: readonly string[],
  known: Types,
): ShownBody | undefined {
  const own = rows.filter((it) => textOfCell(page, it, "In") === "body");
  const [first] = own;
  if (first === undefined) return undefined;
  const [head, ...inner] = own.map((it) => propertyRow(page, it));
  if (head === undefined) return undefined;
  const all = [{ ...head, name: "anonymous", description: "" }, ...inner];
  const schema = schemaOf(head.type, known) && schemaOfRows(all, enumsOf(page, section, "Parameter"), known);
  const range = page.rangeOf(first.element);
  return { range, required: head.required, types, schema: schema && value(range, schema) };
}

export function readResponse(
  page: Page,
  section: Section,
  row: Row,
  types: readonly string[],
  known: Types,
): ShownResponse {
  const range = page.rangeOf(row.element);
  const code = textOfCell(page, row, "Status");
  const type = textOfCell(page, row, "Schema");
  const empty = type === "None";
  const named = type === "Inline" || empty ? undefined : schemaOf(type, known);
  const schema = type === "Inline" ? inlineSchema(page, section, code, known) : named;
  return {
    range,
    code,
    description: proseOfCell(page, row, "Description"),
    headers: headersOf(page, section, code, known),
    empty,
    types,
    schema: schema && value(range, schema),
  };
}

/** Headers of all responses stand in one table, each with its status. */
function headersOf(page: Page, section: Section, code: string, known: Types): readonly ShownHeader[] {
  return rowsUnder(page, section, "Response Headers")
    .filter((row) => textOfCell(page, row, "Status") === code && textOfCell(page, row, "Header") !== "")
    .map((row) => {
      const range = page.rangeOf(row.element);
      const format = textOfCell(page, row, "Format");
      const told = schemaOf(textOfCell(page, row, "Type"), known);
      const schema = told && { ...told, ...(format !== "" && "type" in told && { format }) };
      return {
        range,
        name: textOfCell(page, row, "Header"),
        description: proseOfCell(page, row, "Description"),
        schema: schema && value(range, schema),
      };
    });
}

/** Schemas that have no name stand behind the table of responses, each under its status. */
function inlineSchema(page: Page, section: Section, code: string, known: Types): Schema | undefined {
  const { blocks } = section;
  const at = blocks.findIndex((it) => it.name === "p" && page.textOf(it) === `Status Code ${code}`);
  const table = at === -1 ? undefined : blocks[at + 1];
  if (table?.name !== "table") return undefined;
  return schemaOfRows(propertyRows(page, table), enumsOf(page, section, "Property"), known);
}
