import { value } from "../../../placed.js";
import type { Element, Page } from "../../page.js";
import type { ShownOperation } from "../shown.js";
import { readBody, readParameter, readResponse } from "./parts.js";
import type { Section } from "./section.js";
import { rowsUnder } from "./tables.js";
import type { Types } from "../types.js";

export function readOperation(page: Page, section: Section, known: Types): ShownOperation | undefined {
  const { blocks, heading, id } = section;
  const at = id === undefined ? -1 : blocks.findIndex((it) => it.name === "p" && REQUEST.test(page.textOf(it)));
  const line = blocks[at];
  const [, method, path] = REQUEST.exec(line ? page.textOf(line) : "") ?? [];
  if (line === undefined || id === undefined || method === undefined || path === undefined) return undefined;
  const rows = rowsUnder(page, section, "Parameters");
  const head = headOf(page, section);
  return {
    range: page.rangeOf(line),
    method: method.toLowerCase(),
    path,
    id: value(page.insideOf(heading), id),
    ...readProse(page, blocks.slice(at + 1)),
    tags: section.tag === "" ? [] : [section.tag],
    parameters: rows.flatMap((it) => readParameter(page, section, it, known) ?? []),
    body: readBody(page, section, rows, head("content-type"), known),
    responses: rowsUnder(page, section, "Responses").map((it) =>
      readResponse(page, section, it, head("accept"), known),
    ),
  };
}

const REQUEST = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) (\/\S*)$/;

/** The summary is a paragraph of emphasis; what follows it, up to the next heading or quotation, is the description. */
function readProse(page: Page, blocks: readonly Element[]): Pick<ShownOperation, "summary" | "description"> {
  const end = blocks.findIndex((it) => it.name !== "p" || it.parent?.name === "blockquote");
  const paragraphs = end === -1 ? blocks : blocks.slice(0, end);
  const [first] = paragraphs;
  const isSummary = first !== undefined && page.source(page.insideOf(first)).startsWith("<em>");
  const rest = isSummary ? paragraphs.slice(1) : paragraphs;
  const [from, to] = [rest[0], rest.at(-1)];
  const range = from && to && { start: page.rangeOf(from).start, end: page.rangeOf(to).end };
  return {
    summary: isSummary ? value(page.insideOf(first), page.textOf(first)) : undefined,
    description: range && value(range, page.slice(range)),
  };
}

/** The headers of the example of a request: they tell the media types. */
function headOf(page: Page, { blocks }: Section): (name: string) => readonly string[] {
  const text = blocks
    .filter((it) => it.name === "pre")
    .map((it) => page.textOf(it))
    .find((it) => / HTTP\/1\.1\n/.test(it));
  return (name) => {
    const [, types = ""] = new RegExp(`^${name}: (.+)$`, "im").exec(text ?? "") ?? [];
    return types
      .split(",")
      .map((it) => it.trim())
      .filter(Boolean);
  };
}
