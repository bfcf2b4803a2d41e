/** More than any page that was written to be read; browsers cut at 512. */
export const DEEPEST = 1_000;

/**
 * Where a page nests its elements more deeply than `DEEPEST`; undefined where it does not. Asked before the page is
 * parsed: a parser keeps a stack of open elements and walks it at each tag, so depth costs it the square of itself.
 */
export function tooDeepAt(text: string): number | undefined {
  const open: string[] = [];
  for (const { index, 1: slash, 2: written = "" } of text.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (name === "" || EMPTY.has(name)) continue;
    if (slash === "/") {
      const at = open.lastIndexOf(name);
      if (at !== -1) open.length = at;
    } else {
      endOpen(open, name);
      if (open.push(name) > DEEPEST) return index;
    }
  }
  return undefined;
}

/** An element whose end tag may be left out ends where the next of its kind starts, inside of what holds both. */
function endOpen(open: string[], name: string): void {
  const holders = HOLDERS.get(name);
  if (holders === undefined) return;
  const held = open.findLastIndex((it) => holders.has(it));
  const at = open.indexOf(name, held + 1);
  if (at !== -1) open.length = at;
}

/** A comment, a script or a style sheet as a whole (a tag in them is none), or the start of a tag. */
const TAG = /<!--[^]*?-->|<(?:script|style)\b[^]*?<\/(?:script|style)\b|<(\/?)([a-z][^\s/>]*)/gi;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** HTML, section 13.1.2: the elements that never have an end tag. */
const EMPTY = words("area base br col embed hr img input link meta source track wbr");

/** HTML, section 13.1.2.4: the elements whose end tag may be left out, with what holds a row of them. */
const HOLDERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["p", words("article blockquote body dd div dt li main section td th")],
  ["li", words("menu ol ul")],
  ["dt", words("dl")],
  ["dd", words("dl")],
  ["option", words("select")],
  ...["tr", "td", "th", "thead", "tbody", "tfoot"].map((it) => [it, words("table")] as const),
]);
