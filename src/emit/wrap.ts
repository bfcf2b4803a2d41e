/** Lines that stand for themselves: headings, tables, indented code, quotes. */
const FIXED = /^(#|\||>| {4}|\t)/;
const FENCE = /^\s*(```|~~~)/;
/** What would start a list, a heading, a tag or a quote if a line began with it. */
const STARTER = /^([-+*>#|@]|\d+[.)]$|={2,})/;

/** Breaks the long lines of a Markdown text at spaces, so that it means the same; code and tables stay as they are. */
export function wrap(text: string, width: number): readonly string[] {
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
  const [first = "", ...rest] = atoms(line);
  const lines: string[] = [];
  let current = first;
  for (const atom of rest) {
    if (current.length + 1 + atom.length <= width || STARTER.test(atom)) {
      current += ` ${atom}`;
    } else {
      lines.push(current);
      current = hang + atom;
    }
  }
  return [...lines, current];
}

/** What stays on one line: words, code spans, links with their texts. Indentation stays with the first. */
function atoms(line: string): readonly string[] {
  const all: string[] = [];
  let open: string | undefined;
  for (const word of line.split(" ")) {
    const atom = open === undefined ? word : `${open} ${word}`;
    open = atom.trim() === "" || isOpen(atom) ? atom : undefined;
    if (open === undefined) all.push(atom);
  }
  return open === undefined ? all : [...all, open];
}

const isOpen = (text: string): boolean => count(text, "`") % 2 === 1 || count(text, "[") > count(text, "]");
const count = (text: string, part: string): number => text.split(part).length - 1;
