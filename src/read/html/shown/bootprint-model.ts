import type { Element, Page } from "../page.js";
import { schemaOf, type Schema } from "./type-text.js";
import type { Types } from "./types.js";

/** The schema that a panel shows: a name, the items of an array or the properties of an object. Undefined for any other. */
export function readModel(page: Page, panel: Element, known: Types): Schema | undefined {
  const [body] = page.children(panel, ".panel-body");
  const [description] = body ? page.children(body, ".json-schema-description") : [];
  const schema = body && readInside(page, body, known);
  return schema && { ...schema, ...(description && { description: page.proseOf(description) }) };
}

function readInside(page: Page, holder: Element, known: Types): Schema | undefined {
  const [reference] = page.children(holder, ".json-schema-ref");
  if (reference !== undefined) return schemaOf(page.textOf(reference), known);
  const [items] = page.children(holder, ".json-schema-array-items");
  if (items !== undefined) return { type: "array", items: readItems(page, items, known) };
  const [properties] = page.children(holder, ".json-schema-properties");
  return properties && readProperties(page, properties, known);
}

function readItems(page: Page, items: Element, known: Types): Schema {
  const [inner] = page.children(items, ".json-inner-schema");
  return (inner && readInside(page, inner, known)) ?? readType(page, items, known) ?? {};
}

function readProperties(page: Page, section: Element, known: Types): Schema {
  const terms = page.children(section, "dl").flatMap((it) => page.children(it, "dt[data-property-name]"));
  const nameOf = (it: Element): string => page.attribute(it, "data-property-name") ?? "";
  const required = terms.filter((it) => page.children(it, ".json-property-required").length > 0).map(nameOf);
  return {
    type: "object",
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(terms.map((it) => [nameOf(it), readProperty(page, it, known)])),
  };
}

function readProperty(page: Page, term: Element, known: Types): Schema {
  const about = page.next(term, "dd");
  const [inner] = about ? page.children(about, ".json-inner-schema") : [];
  const [description] = about ? page.children(about, "p") : [];
  const told = readType(page, term, known) ?? {};
  const nested = inner && readInside(page, inner, known);
  return {
    ...(nested === undefined || "enum" in told ? told : nested),
    ...(description && { description: page.textOf(description) }),
    ...(page.children(term, ".json-property-read-only").length > 0 && { readOnly: true }),
  };
}

/** A type with its format and its values, as they stand beside a name. */
export function readType(page: Page, holder: Element, known: Types): Schema | undefined {
  const [type] = page.children(holder, ".json-property-type");
  const [format] = page.children(holder, ".json-property-format");
  if (type === undefined) return undefined;
  const schema = schemaOf(page.textOf(type) + (format ? page.textOf(format) : ""), known);
  const values = page.all(".json-property-enum-item", holder).map((it) => page.textOf(it));
  return values.length === 0 || schema?.["type"] !== "string" ? schema : { ...schema, enum: values };
}
