import type { Doc } from "../ir/types.js";
import { wrap } from "./wrap.js";

const WIDTH = 100;

/** The lines of a doc comment (TSDoc) without its frame: summary, description, then the tags. Empty when there is nothing to say. */
export function commentLines(doc: Doc, extra: readonly string[] = []): readonly string[] {
  const paragraphs = [doc.summary, doc.description].flatMap((it) => (it === undefined ? [] : [harmless(it)]));
  const tags = [
    ...(doc.deprecated === undefined ? [] : [`@deprecated${doc.deprecated === true ? "" : ` ${harmless(doc.deprecated)}`}`]),
    ...(doc.link === undefined ? [] : [`@see ${linkText(doc.link)}`]),
  ];
  const blocks = [...paragraphs, ...extra, ...(tags.length === 0 ? [] : [tags.join("\n")])];
  return blocks.flatMap((it, i) => [...(i === 0 ? [] : [""]), ...wrap(it, WIDTH)]);
}

/** A doc comment as it stands before a declaration, with its line end; empty when there is nothing to say. */
export function comment(doc: Doc, extra: readonly string[] = []): string {
  const lines = commentLines(doc, extra);
  const [first = ""] = lines;
  if (lines.length === 0) return "";
  if (lines.length === 1) return `/** ${first} */\n`;
  return `/**\n${lines.map((it) => (it === "" ? " *\n" : ` * ${it}\n`)).join("")} */\n`;
}

const linkText = ({ url, text }: NonNullable<Doc["link"]>): string => {
  const target = harmless(url.replaceAll(/[\s{}|]/g, encodeURIComponent));
  return text === undefined ? `{@link ${target}}` : `{@link ${target} | ${harmless(text).replaceAll(/\s+/g, " ").replaceAll("}", "")}}`;
};

/** A description can neither end the comment nor start a tag of its own. */
const harmless = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .replaceAll("*/", "*\\/")
    .replaceAll(/^(\s*)@/gm, "$1\\@")
    .replaceAll("{@", "{\\@");
