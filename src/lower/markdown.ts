import { load } from "cheerio/slim";

/** The nodes of cheerio's tree, named by way of cheerio, since its parser is no dependency of ours. */
type Node = Exclude<Parameters<typeof load>[0], string | readonly unknown[] | Uint8Array>;
type Element = Extract<Node, { readonly attribs: unknown }>;

/** Writes one element; `inner` is what its children gave. */
type Writer = (inner: string, element: Element) => string;

const around =
  (mark: string): Writer =>
  (inner) =>
    // Emphasis around white space alone, or around nothing, is not emphasis in CommonMark.
    inner.trim() === "" ? inner : inner.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`);
const block: Writer = (inner) => `\n\n${inner.trim()}\n\n`;
const inline: Writer = (inner) => inner;

/** The elements that descriptions use. Any other tag is a placeholder of the author's, such as `<amount>`, and stays as text. */
const WRITERS: Readonly<Record<string, Writer>> = {
  p: block,
  div: block,
  section: block,
  table: block,
  tbody: inline,
  thead: inline,
  tr: (inner) => `\n\n${inner.trim()}\n\n`,
  td: (inner) => `${inner} `,
  th: (inner) => `${inner} `,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  ul: block,
  ol: block,
  li: (inner, element) => `\n${marker(element)} ${inner.trim().replace(/\n+/g, "\n  ")}`,
  blockquote: (inner) => `\n\n${inner.trim().replace(/^/gm, "> ")}\n\n`,
  pre: (inner) => "\n\n```\n" + inner.replace(/^\n|\n$/g, "").replace(/^`([\s\S]*)`$/, "$1") + "\n```\n\n",
  hr: () => "\n\n---\n\n",
  br: () => "\n",
  a: (inner, element) => (element.attribs["href"] ? `[${inner.trim()}](${element.attribs["href"].trim()})` : inner),
  img: (_, element) => element.attribs["alt"] ?? "",
  code: (inner) => code(inner),
  tt: (inner) => code(inner),
  kbd: (inner) => code(inner),
  strong: around("**"),
  b: around("**"),
  em: around("*"),
  i: around("*"),
  u: inline,
  small: inline,
  sub: inline,
  sup: inline,
  span: inline,
  font: inline,
  center: block,
};

/** A converter of HTML to CommonMark: links, code, emphasis, headings and lists are kept, all other markup is dropped. */
export function markdownConverter(): (html: string) => string {
  // Tag names keep their case, so that a placeholder such as `<API_KEY>` stays as it was written.
  const $ = load("", { xml: { xmlMode: false, decodeEntities: true, lowerCaseTags: false, withStartIndices: true } });
  return (html) => {
    if (PARAGRAPHS.test(html)) return paragraphs(html);
    // Within an element all of it is HTML to cheerio, which would take a bare text for a selector.
    const wrapped = `<div>${html}</div>`;
    const text = $(wrapped)
      .toArray()
      .map((it) => write(it, wrapped, false))
      .join("");
    return text
      .replace(/[ \t]+\n/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  };
}

/** Text in paragraphs, and no other markup: half of all descriptions in HTML, which need no parser. */
const PARAGRAPHS = /^(?:\s*<p>[^<&]*<\/p>)+\s*$/;

const paragraphs = (html: string): string =>
  html
    .split(/<\/?p>/)
    .map((it) => it.replace(/\s+/g, " ").trim())
    .filter((it) => it !== "")
    .join("\n\n");

/** What is nested deeper than any author writes is told by its text alone: calls go no further down. */
const MOST_LEVELS = 100;

function write(node: Node, html: string, verbatim: boolean, depth = 0): string {
  if (depth > MOST_LEVELS) return textIn(node);
  if (node.type === "text") return verbatim ? node.data : node.data.replace(/\s+/g, " ");
  if (!("attribs" in node)) return "";
  const name = node.name.toLowerCase();
  if (name === "script" || name === "style") return "";
  const inner = node.children.map((it) => write(it, html, verbatim || name === "pre", depth + 1)).join("");
  // The own entries alone: a tag may well be called `<constructor>`.
  const writer = Object.hasOwn(WRITERS, name) ? WRITERS[name] : undefined;
  return writer === undefined ? openTag(node, html) + inner : writer(inner, node);
}

function textIn(root: Node): string {
  let text = "";
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "text") text += node.data;
    else if ("attribs" in node) for (const it of node.children.toReversed()) open.push(it);
  }
  return text;
}

function openTag({ startIndex, name }: Element, html: string): string {
  const end = startIndex == null ? -1 : html.indexOf(">", startIndex);
  return startIndex == null || end < 0 ? `<${name}>` : html.slice(startIndex, end + 1);
}

function heading(inner: string, { name }: Element): string {
  return `\n\n${"#".repeat(Number(name.slice(1)))} ${inner.trim()}\n\n`;
}

function marker(item: Element): string {
  const list = item.parent;
  if (list === null || !("name" in list) || list.name.toLowerCase() !== "ol") return "-";
  const items = list.children.filter((it) => "name" in it && it.name.toLowerCase() === "li");
  return `${items.indexOf(item) + 1}.`;
}

/** A code span; one that holds a backtick is fenced by two (CommonMark, section 6.1). */
function code(text: string): string {
  if (text.trim() === "") return text;
  return text.includes("`") ? "`` " + text + " ``" : "`" + text + "`";
}
