import type { Source } from "../read/source.js";

const BLOCK_START = /^\s*<(p|div|ul|ol|h[1-6]|table|pre|blockquote|section|center)\b/i;
/** Only closing tags and line breaks make a text HTML: a lone `<api_key>` is a placeholder in a Markdown text. */
const TAG = /<\/(p|div|ul|ol|li|h[1-6]|table|pre|blockquote|a|code|strong|b|em|i|span)>|<br\s*\/?>/i;
/** The start of a tag as JSON, JavaScript and HTML may write it. What it is decoded to is not known here. */
const ENCODED_TAG = /\\u003c|\\x3c|<\\\/|&lt;|&#(?:60|x3c);|;base64,/i;

/** Gives the converter of descriptions; the HTML parser is loaded only where some input holds HTML. */
export async function loadMarkdown(sources: readonly Source[]): Promise<(text: string) => string> {
  if (!sources.some((it) => TAG.test(it.text) || ENCODED_TAG.test(it.text))) return (text) => text;
  const { markdownConverter } = await import("./markdown.js");
  const convert = markdownConverter();
  const done = new Map<string, string>();
  return (text) => {
    if (!isHtml(text)) return text;
    const markdown = done.get(text) ?? convert(text);
    done.set(text, markdown);
    return markdown;
  };
}

/** Backticks tell Markdown with some markup in it, whose line breaks and lists a conversion would destroy. */
const isHtml = (text: string): boolean =>
  text.includes("<") && (BLOCK_START.test(text) || (TAG.test(text) && !text.includes("`")));
