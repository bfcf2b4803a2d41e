import type { Doc } from "../ir/types.js";
import { wrap } from "./wrap.js";

const WIDTH = 100;

/** A doc comment (TSDoc) as it stands before a declaration, with its line end; empty when there is nothing to say. */
export function comment(doc: Doc, extra: readonly string[] = [], tags: readonly string[] = []): string {
  const lines = commentLines(doc, extra, tags);
  const [first = ""] = lines;
  if (lines.length === 0) return "";
  if (lines.length === 1) return `/** ${first} */\n`;
  return `/**\n${lines.map((it) => (it === "" ? " *\n" : ` * ${it}\n`)).join("")} */\n`;
}

/** Summary, description, what is extra, then the tags; nothing of it can end the comment. Every property has one, so no list is made twice. */
function commentLines(doc: Doc, extra: readonly string[], own: readonly string[]): readonly string[] {
  const blocks = [...extra];
  if (doc.description !== undefined) blocks.unshift(harmless(doc.description));
  if (doc.summary !== undefined) blocks.unshift(harmless(doc.summary));
  const tags = own.map(harmlessTag);
  if (doc.deprecated !== undefined)
    tags.push(`@deprecated${doc.deprecated === true ? "" : ` ${harmless(doc.deprecated)}`}`);
  if (doc.link !== undefined) tags.push(`@see ${linkText(doc.link)}`);
  if (tags.length > 0) blocks.push(tags.join("\n"));
  const [only = "", ...others] = blocks;
  if (others.length === 0) return blocks.length === 0 ? blocks : blockLines(only);
  return blocks.flatMap((it, i) => (i === 0 ? blockLines(it) : ["", ...blockLines(it)]));
}

const blockLines = (block: string): readonly string[] => wrap(block.replaceAll("*/", "*\\/"), WIDTH);

const linkText = ({ url, text }: NonNullable<Doc["link"]>): string => {
  const target = harmless(url.replaceAll(/[\s{}|]/g, encodeURIComponent));
  return text === undefined
    ? `{@link ${target}}`
    : `{@link ${target} | ${harmless(text).replaceAll(/\s+/g, " ").replaceAll("}", "")}}`;
};

/** A description cannot start a tag of its own. */
export const harmless = (text: string): string => {
  const lines = text.replaceAll("\r\n", "\n");
  return lines.includes("@") ? lines.replaceAll(/^(\s*)@/gm, "$1\\@").replaceAll("{@", "{\\@") : lines;
};

/** A tag of ours is followed by a text of the description, which cannot start another. */
const harmlessTag = (tag: string): string => `@${harmless(tag.slice(1))}`;
