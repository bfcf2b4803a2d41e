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

/** Summary, description, what is extra, then the tags; nothing of it can end the comment. */
function commentLines(doc: Doc, extra: readonly string[], own: readonly string[]): readonly string[] {
  const paragraphs = [doc.summary, doc.description].flatMap((it) => (it === undefined ? [] : [harmless(it)]));
  const tags = [
    ...own.map(harmlessTag),
    ...(doc.deprecated === undefined
      ? []
      : [`@deprecated${doc.deprecated === true ? "" : ` ${harmless(doc.deprecated)}`}`]),
    ...(doc.link === undefined ? [] : [`@see ${linkText(doc.link)}`]),
  ];
  const blocks = [...paragraphs, ...extra, ...(tags.length === 0 ? [] : [tags.join("\n")])];
  return blocks.flatMap((it, i) => [...(i === 0 ? [] : [""]), ...wrap(it.replaceAll("*/", "*\\/"), WIDTH)]);
}

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
