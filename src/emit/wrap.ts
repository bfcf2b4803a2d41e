/** Lines that stand for themselves: headings, tables, indented code, quotes. */
const FIXED = /^(#|\||>| {4}|\t)/;
const FENCE = /^\s*(```|~~~)/;

/** Breaks the long lines of a Markdown text at spaces, so that it means the same; code and tables stay as they are. */
export function wrap(text: string, width: number): readonly string[] {
  // Most texts are one short line.
  if (text.length <= width && !text.includes("\n")) return [text.trimEnd()];
  const lines: string[] = [];
  let fenced = false;
  for (const line of text.split("\n")) {
    const plain = line.trimEnd();
    if (FENCE.test(plain)) fenced = !fenced;
    if (fenced || plain.length <= width || FIXED.test(plain)) lines.push(plain);
    else lines.push(...wrapLine(plain, width));
  }
  return lines;
}

function wrapLine(line: string, width: number): readonly string[] {
  // The lines that go on in a list item stand under its text.
  const hang = " ".repeat(/^\s*([-*+]|\d+[.)])\s+/.exec(line)?.[0].length ?? 0);
  const words = wordsOf(line);
  const first = endOfLine(words, words.search(/\S/), width);
  const lines = [line.slice(0, first).trimEnd()];
  for (let end = first; end < line.length;) {
    let start = end;
    while (words[start] === " ") start++;
    end = endOfLine(words, start, start + width - hang.length);
    lines.push(hang + line.slice(start, end).trimEnd());
  }
  return lines;
}

/** The line with a plain space wherever it may be broken and nowhere else. */
function wordsOf(line: string): string {
  const plain = line.replaceAll(/[^\S ]/g, " ");
  return HOLDS_SPAN.test(plain) ? plain.replaceAll(SPAN, (it) => it.replaceAll(" ", "_")) : plain;
}

const HOLDS_SPAN = /[`[]/;
/** What stays on one line: a code span, a link with its text. */
const SPAN = /`[^`]*`|\[[^\]]*\](?:\([^) ]*\))?/g;

/** Where the line ends that begins with the word at `start`: after the last word that ends by `limit`, or after that one. */
function endOfLine(words: string, start: number, limit: number): number {
  if (limit >= words.length) return words.length;
  const space = words.lastIndexOf(" ", limit);
  const end = space > start ? space : words.indexOf(" ", start);
  return end === -1 ? words.length : end + (STARTERS.exec(words.slice(end))?.[0].length ?? 0);
}

/** Words that would start a list, a heading, a tag or a quote if a line began with them. */
const STARTERS = /^(?: +(?:[-+*>#|@]\S*|={2,}\S*|\d+[.)](?= |$)))+/;
