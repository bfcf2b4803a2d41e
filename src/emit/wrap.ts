/** Lines that stand for themselves: headings, tables, indented code, quotes. */
const FIXED = /^(#|\||>| {4}|\t)/;
const FENCE = /^\s*(```|~~~)/;
/** What would start a list, a heading, a tag or a quote if a line began with it. */
const STARTER = /^([-+*>#|@]|\d+[.)]$|={2,})/;

/** Breaks the long lines of a Markdown text at spaces, so that it means the same; code and tables stay as they are. */
export function wrap(text: string, width: number): readonly string[] {
  // Most texts are one short line.
  if (text.length <= width && !text.includes("\n")) return [text.trimEnd()];
  let fenced = false;
  return text.split("\n").flatMap((line) => {
    const plain = line.trimEnd();
    if (FENCE.test(plain)) fenced = !fenced;
    return fenced || plain.length <= width || FIXED.test(plain) ? [plain] : wrapLine(plain, width);
  });
}

function wrapLine(line: string, width: number): readonly string[] {
  // The lines that go on in a list item stand under its text.
  const hang = " ".repeat(/^\s*([-*+]|\d+[.)])\s+/.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  let current = "";
  for (const atom of line.match(HOLDS_SPAN.test(line) ? ATOM : WORD) ?? []) {
    if (current === "" || current.length + atom.length <= width || STARTER.test(atom.trim())) {
      current += atom;
    } else {
      lines.push(current);
      current = hang + atom.trimStart();
    }
  }
  return [...lines, current];
}

/** Most lines hold words alone, which are found several times faster. */
const WORD = /\s*\S+/g;
const HOLDS_SPAN = /[`[]/;

/** What stays on one line, with the space before it: a word, a code span, a link with its text. */
const ATOM = /\s*(?:`[^`]*`|\[[^\]]*\](?:\([^)\s]*\))?|\S)+/g;
