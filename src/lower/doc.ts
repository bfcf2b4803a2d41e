import type { Cursor } from "../document/cursor.js";
import { keywords } from "../document/keywords.js";
import type { Doc } from "../ir/types.js";
import type { Lowering } from "./context.js";
import { lowerGiven } from "./given.js";

const BESIDE = keywords("summary", "externalDocs", "deprecated", "example", "examples");
const PROSE = keywords("summary", "description");
const NONE: Doc = {};

/** What a node of any kind says to a reader: `summary`, `description`, `deprecated`, an example and `externalDocs`. */
export function lowerDoc(ctx: Lowering, node: Cursor): Doc {
  const description = prose(ctx, node.text("description"));
  // Nearly all have no more, and to spread is slow.
  if (!node.hasAny(BESIDE)) return description ? { description } : NONE;
  const doc: { -readonly [key in keyof Doc]: Doc[key] } = {};
  const summary = prose(ctx, node.text("summary"));
  const example = exampleOf(node);
  const link = lowerLink(ctx, node.get("externalDocs"));
  if (summary) doc.summary = summary;
  if (description && description !== summary) doc.description = description;
  if (node.flag("deprecated") === true) doc.deprecated = true;
  if (example !== undefined) doc.example = lowerGiven(ctx, example);
  if (link !== undefined) doc.link = link;
  return doc;
}

/**
 * What is said of what a node refers to: the node's own `summary` and `description` take the place of those of the target
 * (OpenAPI 3.1.1, section 4.8.23). Up to 3.0 they had no meaning there, and their authors mean the same.
 */
export const lowerReferencedDoc = (ctx: Lowering, node: Cursor, target: Cursor): Doc =>
  node === target ? lowerDoc(ctx, target) : besideReference(ctx, node, lowerDoc(ctx, target));

/** The same, where the doc of the target is known. */
export function besideReference(ctx: Lowering, node: Cursor, doc: Doc): Doc {
  if (!node.hasAny(PROSE)) return doc;
  const { summary, description } = lowerDoc(ctx, node);
  if (summary === undefined && description === undefined) return doc;
  return { ...doc, ...(summary && { summary }), ...(description && { description }) };
}

/** Only the example of those. */
export function lowerExample(ctx: Lowering, node: Cursor): Pick<Doc, "example"> {
  const example = exampleOf(node);
  return example === undefined ? {} : { example: lowerGiven(ctx, example) };
}

/**
 * The first example: of a schema's list `examples`, of the map `examples` of a parameter or media type, or `example`
 * (OpenAPI 3.1, sections 4.8.12.2, 4.8.14 and 4.8.24).
 */
const exampleOf = (node: Cursor): Cursor | undefined =>
  node.get("example") ?? (node.has("examples") ? firstExample(node) : undefined);

function firstExample(node: Cursor): Cursor | undefined {
  const [named] = node.entries("examples");
  return node.items("examples")[0] ?? named?.[1].get("dataValue") ?? named?.[1].get("value");
}

function lowerLink(ctx: Lowering, docs: Cursor | undefined): Doc["link"] {
  const url = docs?.text("url");
  if (docs === undefined || url === undefined) return undefined;
  const text = prose(ctx, docs.text("description"));
  return { url, ...(text && { text }) };
}

const prose = (ctx: Lowering, text: string | undefined): string | undefined =>
  text === undefined ? undefined : ctx.markdown(text).trim();
