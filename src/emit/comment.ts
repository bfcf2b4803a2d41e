import type { Doc } from "../ir/types.js";
import { wrap } from "./wrap.js";

const WIDTH = 100;

/**
 * A doc comment (TSDoc) as it stands before a declaration, with its line end; empty when there is nothing to say. Summary, description,
 * what is extra and the tags have an empty line between them.
 */
export function comment(doc: Doc, at: string, extra: readonly string[] = NONE, tags: readonly string[] = NONE): string {
  const { summary, description } = doc;
  const own = tagLines(doc, tags);
  if (summary === undefined && description === undefined && extra.length === 0 && own.length === 0) return "";
  const start = `${at} * `;
  let text = summary === undefined ? "" : blockText(harmless(summary), start);
  if (description !== undefined) text = apart(text, harmless(description), start);
  for (const it of extra) text = apart(text, it, start);
  own.forEach((it, i) => (text = i === 0 ? apart(text, it, start) : text + start + blockText(it, start)));
  return text.includes("\n") ? `/**${start}${text}${at} */${at}` : `/** ${text} */${at}`;
}

const NONE: readonly string[] = [];

const apart = (text: string, block: string, start: string): string =>
  text === "" ? blockText(block, start) : `${text}${start.trimEnd()}${start}${blockText(block, start)}`;

/** Nothing of a block can end the comment. */
const blockText = (block: string, start: string): string =>
  wrap(block.includes("*/") ? block.replaceAll("*/", "*\\/") : block, WIDTH, start);

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

/**
 * A description cannot start a tag of its own. Editors take for one whatever follows white space, in the middle of a line too. What they
 * take for the end of a line is one.
 */
export const harmless = (text: string): string => {
  const hasEnds = text.includes("\r") || text.includes("\u2028") || text.includes("\u2029");
  const lines = hasEnds ? text.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n") : text;
  return lines.includes("@") ? lines.replaceAll(/(^|\s)@/g, "$1\\@").replaceAll("{@", "{\\@") : lines;
};

/** A tag of ours is followed by a text of the description, which cannot start another; in a code span there nothing does. */
const harmlessTag = (tag: string): string =>
  tag.includes("@", 1)
    ? tag.replaceAll(/(`[^`\n]*`)|(\s)@/g, (_, span?: string, space?: string) => span ?? `${space}\\@`)
    : tag;
