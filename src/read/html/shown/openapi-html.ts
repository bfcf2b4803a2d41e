import { type Placed, value } from "../../placed.js";
import type { Dialect } from "../dialect.js";
import type { Element, Page } from "../page.js";
import { describe } from "./describe.js";
import { readFields } from "./openapi-html-fields.js";
import type { ShownBody, ShownOperation, ShownResponse } from "./shown.js";
import { schemaOf } from "./type-text.js";
import { Types } from "./types.js";

/** Pages of OpenAPI Generator's `html`, and of Swagger Codegen's. They tell no types of parameters, and formats of some. */
export const openapiHtml: Dialect = {
  name: "openapi-generator html",
  marker: 'an element of the class "method" with one of the class "nickname"',
  matches: (page) => page.all("div.method .nickname").length > 0,
  read(page) {
    const models = page.all("div.model").flatMap((it) => page.all("h3 > a[name]", it).slice(0, 1));
    const known = new Types(models.map((it) => page.attribute(it, "name") ?? ""));
    const about = page.all(".app-desc");
    const line = (label: string): Placed | undefined => {
      const found = about.find((it) => page.textOf(it).startsWith(label));
      return found && value(page.insideOf(found), page.textOf(found).slice(label.length).trim());
    };
    const [title] = page.all("h1");
    return describe(page, {
      openapi: "3.1.1",
      types: known,
      title: title && value(page.insideOf(title), page.textOf(title)),
      version: line("Version:"),
      server: line("BasePath:"),
      operations: page.all("div.method").flatMap((it) => readOperation(page, it, known) ?? []),
      schemas: new Map(models.map((it) => [page.attribute(it, "name") ?? "", readModel(page, it, known)] as const)),
    });
  },
};

function readModel(page: Page, anchor: Element, known: Types): Placed {
  const model = page.closest(anchor, "div.model") ?? anchor;
  const [description] = page.all(".model-description", model);
  const fields = readFields(page, page.all(".param, .param-desc, .param-enum", model), known);
  const required = fields.filter((it) => it.required).map((it) => it.name);
  return value(page.rangeOf(anchor), {
    type: "object",
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(
      fields.map((it) => [it.name, { ...it.schema, ...(it.description && { description: it.description }) }]),
    ),
    ...(description && { description: page.textOf(description) }),
  });
}

function readOperation(page: Page, method: Element, known: Types): ShownOperation | undefined {
  const [line] = page.all("code.huge", method);
  const [id] = page.all(".nickname", method);
  const [, verb = "", path] = /^(\w+)\s+(\/\S*)$/.exec(line ? page.textOf(line) : "") ?? [];
  if (line === undefined || id === undefined || path === undefined) return undefined;
  const [summary] = page.all(".method-summary", method);
  const [notes] = page.all(".method-notes", method);
  const parts = partsOf(page, method);
  return {
    range: page.rangeOf(line),
    method: verb.toLowerCase(),
    path,
    id: value(page.insideOf(id), page.textOf(id)),
    summary: summary && textOrNone(page, summary, page.textOf(summary).replace(/\s*\(\w+\)$/, "")),
    description: notes && textOrNone(page, notes, page.proseOf(notes)),
    tags: [],
    parameters: PLACES.flatMap(([heading, place]) =>
      readFields(page, parts.get(heading) ?? [], known).map((it) => ({
        ...it,
        place,
        description: it.description ? value(it.range, it.description) : undefined,
        schema: it.schema && value(it.range, it.schema),
      })),
    ),
    body: readBody(page, parts, known),
    responses: readResponses(page, method, parts, known),
  };
}

const PLACES = [
  ["Path parameters", "path"],
  ["Query parameters", "query"],
  ["Request headers", "header"],
] as const;

/** What stands under each heading. */
type Parts = ReadonlyMap<string, readonly Element[]>;

function partsOf(page: Page, method: Element): Parts {
  const parts = new Map<string, Element[]>();
  let part: Element[] = [];
  for (const it of page.all(
    "h3.field-label, h4.field-label, .param, .param-desc, .param-enum, .return-type, ul",
    method,
  )) {
    if (it.name !== "h3") part.push(it);
    else parts.set(page.textOf(it), (part = []));
  }
  return parts;
}

const typesUnder = (page: Page, parts: Parts, heading: string): readonly string[] =>
  (parts.get(heading) ?? []).flatMap((it) => (it.name === "ul" ? page.all("li", it).map((li) => page.textOf(li)) : []));

function readBody(page: Page, parts: Parts, known: Types): ShownBody | undefined {
  const types = typesUnder(page, parts, "Consumes");
  const [body] = parts.get("Request body") ?? [];
  if (body !== undefined) {
    const [link] = page.all("a", body);
    const schema = schemaOf(
      page
        .textOf(body)
        .replace(/^\S+\s+/, "")
        .replace(/\s*\(\w+\)$/, ""),
      known,
    );
    const range = page.rangeOf(link ?? body);
    return { range, required: /\(required\)$/.test(page.textOf(body)), types, schema: schema && value(range, schema) };
  }
  const fields = readFields(page, parts.get("Form parameters") ?? [], known);
  const [first] = fields;
  if (first === undefined) return undefined;
  const required = fields.filter((it) => it.required).map((it) => it.name);
  const properties = Object.fromEntries(fields.map((it) => [it.name, it.schema ?? {}]));
  const schema = { type: "object", ...(required.length > 0 && { required }), properties };
  return { range: first.range, types, schema: value(first.range, schema) };
}

function readResponses(page: Page, method: Element, parts: Parts, known: Types): readonly ShownResponse[] {
  const types = typesUnder(page, parts, "Produces");
  const [returned] = parts.get("Return type") ?? [];
  const headings = (parts.get("Responses") ?? []).filter((it) => it.name === "h4");
  const success = headings.find((it) => /^(?:2..|default)$/.test(page.textOf(it)));
  return headings.map((heading, i) => {
    const next = headings[i + 1];
    const range = {
      start: page.rangeOf(heading).end,
      end: next ? page.rangeOf(next).start : page.insideOf(method).end,
    };
    const [, description = "", type = ""] =
      /^([^]*?)(?:<a href="#[^"]*">([^<]*)<\/a>\s*)?$/.exec(page.slice(range)) ?? [];
    // What the operation gives when all goes well stands apart, and is the only place that tells of a list.
    const text = heading === success && returned !== undefined ? page.textOf(returned) : type;
    const schema = text === "" ? undefined : schemaOf(text, known);
    return {
      range: page.rangeOf(heading),
      code: page.textOf(heading),
      description: value(range, description.trim()),
      empty: text === "",
      types: text === "" ? [] : types,
      schema: schema && value(range, schema),
    };
  });
}

const textOrNone = (page: Page, element: Element, text: string): Placed | undefined =>
  text === "" ? undefined : value(page.insideOf(element), text);
