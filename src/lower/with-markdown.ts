const BLOCK_START = /^\s*<(p|div|ul|ol|h[1-6]|table|pre|blockquote|section|center)\b/i;
/** Only closing tags and line breaks make a text HTML: a lone `<api_key>` is a placeholder in a Markdown text. */
const TAG = /<\/(p|div|ul|ol|li|h[1-6]|table|pre|blockquote|a|code|strong|b|em|i|span)>|<br\s*\/?>/i;

/** Gives a description as Markdown. */
export type Markdown = (text: string) => string;

/**
 * Does what asks for descriptions as Markdown. Few need the HTML parser, and where one does is known when it is met: it is loaded then,
 * and the work done again from the start.
 */
export async function withMarkdown<T>(work: (markdown: Markdown) => T): Promise<T> {
  try {
    return work(withoutParser);
  } catch (error) {
    if (!(error instanceof NeedsParser)) throw error;
    const { markdownConverter } = await import("./markdown.js");
    return work(remembering(markdownConverter()));
  }
}

class NeedsParser extends Error {}

const withoutParser: Markdown = (text) => {
  if (isHtml(text)) throw new NeedsParser();
  return text;
};

function remembering(convert: Markdown): Markdown {
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
