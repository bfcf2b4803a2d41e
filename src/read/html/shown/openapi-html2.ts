import { inside, type Placed, value } from "../../placed.js";
import type { Dialect } from "../dialect.js";
import type { Element, Page } from "../page.js";
import { describe } from "./describe.js";
import { assignedJson, assignments } from "./script-json.js";
import type { ShownBody, ShownOperation, ShownParameter, ShownResponse } from "./shown.js";
import { rowsOf, type Row, textOfCell } from "./table.js";
import { schemaOf } from "./type-text.js";
import { Types } from "./types.js";

/** Pages of OpenAPI Generator's `html2`, and of Swagger Codegen's. Their scripts carry the schemas as they were described. */
export const openapiHtml2: Dialect = {
  name: "openapi-generator html2",
  marker: 'an element "article" with the attribute "data-name", with a "pre" that has "data-type"',
  matches: (page) => page.all("article[data-name] pre[data-type]").length > 0,
  read(page) {
    const schemas = new Map(assignments(page, /defs\["((?:[^"\\]|\\.)*)"\]\s*=\s*/g));
    const known = new Types(schemas.keys());
    const [heading] = page.all("#project h1");
    const [version] = page.all(".app-desc").filter((it) => /^Version: /.test(page.textOf(it)));
    const articles = page.all("article[data-name]");
    return describe(page, {
      openapi: "3.0.4",
      types: known,
      title: heading && value(page.insideOf(heading), page.textOf(heading)),
      version: version && value(page.insideOf(version), page.textOf(version).slice("Version: ".length)),
      server: articles[0] && readServer(page, articles[0]),
      operations: articles.flatMap((it) => readOperation(page, it, known) ?? []),
      schemas,
    });
  },
};

/** The example of a call ends in the URL: what stands there before the path is the server. */
function readServer(page: Page, article: Element): Placed | undefined {
  const [line] = page.all("pre[data-type]", article);
  const [example] = page.all("code.language-bsh", article);
  const path = line && page.textOf(line);
  const [url = ""] = /https?:\/\/[^"]*/.exec(example ? page.textOf(example) : "") ?? [];
  const at = path === undefined || path === "" ? -1 : url.indexOf(path);
  return example === undefined || at < 1 ? undefined : value(page.rangeOf(example), url.slice(0, at));
}

function readOperation(page: Page, article: Element, known: Types): ShownOperation | undefined {
  const [line] = page.all("pre[data-type]", article);
  if (line === undefined) return undefined;
  const [description] = page.all("p.marked", article);
  const [summary] = page.all(".pull-left p", article);
  const tag = page.closest(article, "section");
  const tables = tablesOf(page, article);
  return {
    range: page.rangeOf(line),
    method: (page.attribute(line, "data-type") ?? "").toLowerCase(),
    path: page.textOf(line),
    id: value(page.rangeOf(article), page.attribute(article, "data-name")),
    summary: textOf(page, summary),
    description: textOf(page, description),
    tags: tag === undefined ? [] : [(page.attribute(tag, "id") ?? "").replace(/^api-/, "")],
    parameters: ["Path", "Query", "Header", "Cookie"].flatMap((place) =>
      (tables.get(place) ?? []).map((it) => readParameter(page, it, place.toLowerCase(), known)),
    ),
    body: readBody(page, article, tables, known),
    responses: readResponses(page, article),
  };
}

/** The rows of the tables of parameters, by the first word of what stands above each. */
function tablesOf(page: Page, article: Element): ReadonlyMap<string, readonly Row[]> {
  return new Map(
    page.all(".methodsubtabletitle", article).map((title) => {
      const table = page.next(title, "table");
      return [page.textOf(title).split(" ")[0] ?? "", table ? rowsOf(page, table) : []] as const;
    }),
  );
}

function readParameter(page: Page, row: Row, place: string, known: Types): ShownParameter {
  const name = textOfCell(page, row, "Name");
  const cell = row.cells.get("Description");
  const inside = (selector: string): Element | undefined => (cell ? page.all(selector, cell)[0] : undefined);
  const [type, format, description] = [inside(".type"), inside(".format"), inside(".description")];
  const range = page.rangeOf(row.element);
  const schema = type && schemaOf(page.textOf(type), known);
  const told = format && page.textOf(format).replace(/^\(|\)$/g, "");
  return {
    range,
    name: name.replace(/\*$/, ""),
    place,
    required: name.endsWith("*"),
    description: textOf(page, description),
    schema: schema && value(range, { ...schema, ...(told && "type" in schema && { format: told }) }),
  };
}

function readBody(
  page: Page,
  article: Element,
  tables: ReadonlyMap<string, readonly Row[]>,
  known: Types,
): ShownBody | undefined {
  const [example] = page.all("code.language-bsh", article);
  const [, type] = /-H "Content-Type: ([^"]+)"/i.exec(example ? page.textOf(example) : "") ?? [];
  const types = (type ?? "").split(",").filter(Boolean);
  const [body] = tables.get("Body") ?? [];
  const form = tables.get("Form") ?? [];
  if (body !== undefined) {
    const wrapper = assignedJson(page, page.rangeOf(body.element), /schemaWrapper\s*=\s*/g);
    const required = textOfCell(page, body, "Name").endsWith("*");
    return { range: page.rangeOf(body.element), required, types, ...contentIn(wrapper) };
  }
  const [first] = form;
  if (first === undefined) return undefined;
  const fields = form.map((it) => readParameter(page, it, "form", known));
  const needed = fields.filter((it) => it.required).map((it) => it.name);
  const properties = fields.map((it) => [it.name, it.schema?.kind === "value" ? it.schema.value : {}] as const);
  const schema = {
    type: "object",
    ...(needed.length > 0 && { required: needed }),
    properties: Object.fromEntries(properties),
  };
  return { range: page.rangeOf(first.element), types, schema: value(page.rangeOf(first.element), schema) };
}

function readResponses(page: Page, article: Element): readonly ShownResponse[] {
  const headings = page.all('h3[id*="-title-"]', article);
  return headings.map((heading, i) => {
    const next = headings[i + 1];
    const range = { start: page.rangeOf(heading).start, end: (next ? page.rangeOf(next) : page.rangeOf(article)).end };
    const [, description] = /_description = `([^`]*)`/.exec(page.source(range)) ?? [];
    const wrapper = assignedJson(page, range, /schemaWrapper\s*=\s*/g);
    return {
      range: page.rangeOf(heading),
      code: (page.attribute(heading, "id") ?? "").replace(/^.*-title-/, ""),
      description: description === undefined ? undefined : value(range, description.trim()),
      empty: wrapper === undefined,
      types: [],
      ...contentIn(wrapper),
    };
  });
}

/** A request body or response as it was described: `{ "content": { "application/json": { "schema": {} } } }`. */
function contentIn(wrapper: Placed | undefined): { readonly types?: readonly string[]; readonly schema?: Placed } {
  const told = wrapper?.kind === "value" ? wrapper.value : undefined;
  if (wrapper === undefined || typeof told !== "object" || told === null) return {};
  if ("schema" in told) return { schema: inside(wrapper, "schema") };
  const media = "content" in told && typeof told.content === "object" ? Object.entries(told.content ?? {}) : [];
  const [type = "", first] = media[0] ?? [];
  const types = media.map(([it]) => it);
  return typeof first === "object" && first !== null && "schema" in first
    ? { types, schema: inside(wrapper, "content", type, "schema") }
    : { types };
}

function textOf(page: Page, element: Element | undefined): Placed | undefined {
  const text = element === undefined ? "" : page.proseOf(element);
  return element === undefined || text === "" ? undefined : value(page.insideOf(element), text);
}
