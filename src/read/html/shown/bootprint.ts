import { type Placed, value } from "../../placed.js";
import type { Dialect } from "../dialect.js";
import type { Element, Page } from "../page.js";
import { readModel, readType } from "./bootprint-model.js";
import { describe } from "./describe.js";
import type { ShownBody, ShownOperation, ShownParameter, ShownResponse } from "./shown.js";
import { Types } from "./types.js";

/** Pages of bootprint-openapi (github.com/bootprint/bootprint-openapi), for descriptions of version 2.0. They tell no operationId. */
export const bootprint: Dialect = {
  name: "bootprint",
  marker: 'an element "div" whose id starts with "operation--", with one of the class "operation-name"',
  matches: (page) => page.all('div[id^="operation--"] .operation-name').length > 0,
  read(page) {
    const [heading] = page.all("h1");
    const [version] = page.all(".sw-info-version");
    const [base] = page.all(".sw-info-basePath");
    const models = page.all('div[id^="definition-"]');
    const nameOf = (it: Element): string => (page.attribute(it, "id") ?? "").slice("definition-".length);
    const known = new Types(models.map(nameOf));
    return describe(page, {
      openapi: "3.1.1",
      types: known,
      title: heading && value(page.insideOf(heading), page.textOf(heading)),
      version: version && value(page.insideOf(version), page.textOf(version)),
      server: base && value(page.insideOf(base), page.textOf(base)),
      operations: page.all('div[id^="operation--"]').flatMap((it) => readOperation(page, it, known) ?? []),
      schemas: new Map(
        models.map((it) => [nameOf(it), value(page.rangeOf(it), readModel(page, it, known) ?? {})] as const),
      ),
    });
  },
};

function readOperation(page: Page, panel: Element, known: Types): ShownOperation | undefined {
  const [method] = page.all(".operation-name", panel);
  const [path] = page.all("h3 > strong", panel);
  if (method === undefined || path === undefined) return undefined;
  const [responses] = page.all(".sw-responses", panel);
  return {
    range: page.rangeOf(path),
    method: page.textOf(method).toLowerCase(),
    path: page.textOf(path),
    summary: proseIn(page, panel, ".operation-summary"),
    description: proseIn(page, panel, ".sw-operation-description"),
    tags: page.all('.panel-heading a[href^="#tag-"]', panel).map((it) => page.textOf(it)),
    parameters: page.all(".sw-request-params tbody > tr", panel).map((it) => readParameter(page, it, known)),
    body: readBody(page, panel, known),
    responses: responses ? readResponses(page, responses, known) : [],
  };
}

function readParameter(page: Page, row: Element, known: Types): ShownParameter {
  const [name, description, place, type, notes] = page.all("td", row);
  const schema = type && readType(page, type, known);
  const prose = description && page.proseOf(description);
  const range = page.rangeOf(row);
  return {
    range,
    name: name ? page.textOf(name) : "",
    place: place && page.textOf(place),
    required: notes !== undefined && page.all(".json-property-required", notes).length > 0,
    description: description && prose ? value(page.insideOf(description), prose) : undefined,
    // No parameter of 2.0 is an object (2.0, "Parameter Object"): the tool writes so where it does not find the type.
    schema: schema === undefined || schema["type"] === "object" ? undefined : value(range, schema),
  };
}

function readBody(page: Page, panel: Element, known: Types): ShownBody | undefined {
  const [section] = page.all(".sw-request-body", panel);
  if (section === undefined) return undefined;
  const range = page.rangeOf(section);
  const [model] = page.all(".sw-request-model .panel-definition", section);
  const schema = model && readModel(page, model, known);
  return { range, types: typesIn(page, section), schema: schema && value(range, schema) };
}

function readResponses(page: Page, section: Element, known: Types): readonly ShownResponse[] {
  const types = typesIn(page, section);
  return page.all("dl > dt[class^='sw-response-']", section).map((term) => {
    const about = page.next(term, "dd");
    const [description] = about ? page.all(".col-md-12", about) : [];
    const [model] = about ? page.all(".sw-response-model .panel-definition", about) : [];
    const schema = model && readModel(page, model, known);
    const range = page.rangeOf(term);
    return {
      range,
      code: (page.attribute(term, "class") ?? "").slice("sw-response-".length),
      description: description && value(page.insideOf(description), page.proseOf(description)),
      empty: model === undefined && types.length > 0,
      types: model === undefined ? [] : types,
      schema: schema && value(range, schema),
    };
  });
}

const typesIn = (page: Page, section: Element): readonly string[] =>
  page.all("p > .label", section).map((it) => page.textOf(it));

function proseIn(page: Page, panel: Element, selector: string): Placed | undefined {
  const [element] = page.all(selector, panel);
  const text = element === undefined ? "" : page.proseOf(element);
  return element === undefined || text === "" ? undefined : value(page.insideOf(element), text);
}
