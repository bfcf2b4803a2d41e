/** Lines that stand for themselves: headings, tables, indented code, quotes. */
const FIXED = /^(#|\||>| {4}|\t)/;
const FENCE = /^\s*(```|~~~)/;

/**
 * Breaks the long lines of a Markdown text at spaces, so that it means the same; code and tables stay as they are. `start` is the line
 * break with what stands before each line after the first; an empty one goes without the spaces at its end.
 */
export function wrap(text: string, width: number, start: string): string {
  // Most texts are one short line.
  if (text.length <= width && !text.includes("\n")) return text.trimEnd();
  let wrapped = "";
  let fenced = false;
  text.split("\n").forEach((line, i) => {
    const plain = line.trimEnd();
    if (FENCE.test(plain)) fenced = !fenced;
    if (i > 0) wrapped += plain === "" ? start.trimEnd() : start;
    wrapped += fenced || plain.length <= width || FIXED.test(plain) ? plain : wrapLine(plain, width, start);
  });
  return wrapped;
}

function wrapLine(line: string, width: number, start: string): string {
  // The lines that go on in a list item stand under its text.
  const hang = " ".repeat(/^\s*([-*+]|\d+[.)])\s+/.exec(line)?.[0].length ?? 0);
  const words = wordsOf(line);
  let end = endOfLine(words, words.search(/\S/), width);
  let wrapped = line.slice(0, end).trimEnd();
  while (end < line.length) {
    let next = end;
    while (words[next] === " ") next++;
    end = endOfLine(words, next, next + width - hang.length);
    wrapped += start + hang + line.slice(next, end).trimEnd();
  }
  return wrapped;
}

/** The line with a plain space wherever it may be broken and nowhere else. */
function wordsOf(line: string): string {
  const plain = line.replaceAll(/[^\S ]/g, " ");
  return HOLDS_SPAN.test(plain) ? plain.replaceAll(SPAN, (it) => it.replaceAll(" ", "_")) : plain;
}

const HOLDS_SPAN = /[`[]/;
/** What stays on one line: a code span, the text of a link. */
const SPAN = /`[^`]*`|\[[^[\]]*\]/g;

/** Where the line ends that begins with the word at `start`: after the last word that ends by `limit`, or after that one. */
function endOfLine(words: string, start: number, limit: number): number {
  if (limit >= words.length) return words.length;
  const space = words.lastIndexOf(" ", limit);
  const end = space > start ? space : words.indexOf(" ", start);
  return end === -1 ? words.length : end + (STARTERS.exec(words.slice(end))?.[0].length ?? 0);
}

/** Words that would start a list, a heading, a tag or a quote if a line began with them. */
const STARTERS = /^(?: +(?:[-+*>#|@]\S*|={2,}\S*|\d+[.)](?= |$)))+/;
