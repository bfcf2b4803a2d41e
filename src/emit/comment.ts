import type { Doc } from "../ir/types.js";
import { wrap } from "./wrap.js";

const WIDTH = 100;

/** A doc comment (TSDoc) as it stands before a declaration, with its line end; empty when there is nothing to say. */
export function comment(doc: Doc, at: string, extra: readonly string[] = NONE, tags: readonly string[] = NONE): string {
  const own = tagLines(doc, tags);
  const { summary, description } = doc;
  // Most have a description alone, or nothing.
  if (summary === undefined && extra.length === 0 && own.length === 0)
    return description === undefined ? "" : linesText(blockLines(harmless(description)), at);
  return linesText(linesOf(doc, extra, own), at);
}

const NONE: readonly string[] = [];

function linesText(lines: readonly string[], at: string): string {
  if (lines.length === 1) return `/** ${lines[0]} */${at}`;
  const start = `${at} * `;
  let text = "/**";
  for (const it of lines) text += it === "" ? `${at} *` : start + it;
  return `${text}${at} */${at}`;
}

/** Summary, description, what is extra, then the tags, with an empty line between them. */
function linesOf({ summary, description }: Doc, extra: readonly string[], tags: readonly string[]): readonly string[] {
  const lines: string[] = [];
  const add = (block: string): void => void lines.push(...blockLines(block));
  const addApart = (block: string): void => {
    if (lines.length > 0) lines.push("");
    add(block);
  };
  if (summary !== undefined) addApart(harmless(summary));
  if (description !== undefined) addApart(harmless(description));
  extra.forEach(addApart);
  tags.forEach((it, i) => (i === 0 ? addApart(it) : add(it)));
  return lines;
}

/** Nothing of a block can end the comment. */
const blockLines = (block: string): readonly string[] =>
  wrap(block.includes("*/") ? block.replaceAll("*/", "*\\/") : block, WIDTH);

function tagLines({ deprecated, link }: Doc, own: readonly string[]): readonly string[] {
  if (deprecated === undefined && link === undefined && own.length === 0) return own;
  const tags = own.map(harmlessTag);
  if (deprecated !== undefined) tags.push(`@deprecated${deprecated === true ? "" : ` ${harmless(deprecated)}`}`);
  if (link !== undefined) tags.push(`@see ${linkText(link)}`);
  return tags;
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
