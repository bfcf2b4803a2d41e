import type { Doc } from "../ir/types.js";
import { wrap } from "./wrap.js";

const WIDTH = 100;

/** A doc comment (TSDoc) as it stands before a declaration, with its line end; empty when there is nothing to say. */
export function comment(doc: Doc, at: string, extra: readonly string[] = [], tags: readonly string[] = []): string {
  const blocks = blocksOf(doc, extra, tags);
  if (blocks.length === 0) return "";
  const lines = linesOf(blocks);
  if (lines.length === 1) return `/** ${lines[0]} */${at}`;
  let text = "/**";
  for (const it of lines) text += it === "" ? `${at} *` : `${at} * ${it}`;
  return `${text}${at} */${at}`;
}

/** Summary, description, what is extra, then the tags. */
function blocksOf(doc: Doc, extra: readonly string[], own: readonly string[]): readonly string[] {
  const blocks: string[] = [];
  if (doc.summary !== undefined) blocks.push(harmless(doc.summary));
  if (doc.description !== undefined) blocks.push(harmless(doc.description));
  for (const it of extra) blocks.push(it);
  const tags = tagLines(doc, own);
  if (tags.length > 0) blocks.push(tags.join("\n"));
  return blocks;
}

function tagLines({ deprecated, link }: Doc, own: readonly string[]): readonly string[] {
  if (deprecated === undefined && link === undefined && own.length === 0) return own;
  const tags = own.map(harmlessTag);
  if (deprecated !== undefined) tags.push(`@deprecated${deprecated === true ? "" : ` ${harmless(deprecated)}`}`);
  if (link !== undefined) tags.push(`@see ${linkText(link)}`);
  return tags;
}

/** The blocks with an empty line between them; nothing of them can end the comment. */
function linesOf(blocks: readonly string[]): readonly string[] {
  const all = blocks.map((it) => wrap(it.includes("*/") ? it.replaceAll("*/", "*\\/") : it, WIDTH));
  return all.reduce((before, lines) => [...before, "", ...lines]);
}

const linkText = ({ url, text }: NonNullable<Doc["link"]>): string => {
  const target = harmless(url.replaceAll(/[\s{}|]/g, encodeURIComponent));
  return text === undefined
    ? `{@link ${target}}`
    : `{@link ${target} | ${harmless(text).replaceAll(/\s+/g, " ").replaceAll("}", "")}}`;
};

/** A description cannot start a tag of its own. */
export const harmless = (text: string): string => {
  const lines = text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
  return lines.includes("@") ? lines.replaceAll(/^(\s*)@/gm, "$1\\@").replaceAll("{@", "{\\@") : lines;
};

/** A tag of ours is followed by a text of the description, which cannot start another. */
const harmlessTag = (tag: string): string => `@${harmless(tag.slice(1))}`;
