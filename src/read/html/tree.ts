import { Parser } from "htmlparser2";

/** A page as a tree of elements. */
export interface Tree {
  /** What stands in no element. */
  readonly nodes: readonly Node[];
  /** In the order of the page. */
  readonly elements: readonly Element[];
  /** Where elements are nested more deeply than `DEEPEST`; what stands behind is not in the tree. */
  readonly tooDeepAt: number | undefined;
}

/** What an element holds: text with entities decoded, and elements. */
export type Node = string | Element;

export interface Element {
  /** In lower case, as the names of its attributes. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  readonly nodes: readonly Node[];
  /** Its place among the elements of the page. What it holds stands between this and `behind`. */
  readonly order: number;
  readonly behind: number;
  /** Where it stands in the text of the page; undefined for one that nobody wrote. */
  readonly place: Place | undefined;
}

/** Offsets in the text of a page. */
export interface Place {
  readonly start: number;
  /** Behind the start tag. */
  readonly inside: number;
  /** Before the end tag; where there is none, another tag or the end of the text ends the element. */
  readonly insideEnd: number;
  readonly end: number;
  readonly hasEndTag: boolean;
}

/** More than any page that was written to be read; browsers cut at 512. */
export const DEEPEST = 1_000;

export function treeOf(text: string): Tree {
  const nodes: Node[] = [];
  const elements: Growing[] = [];
  /** What the parser has open, and of that what is open by the rules of HTML. */
  const stack: Growing[] = [];
  const open: Growing[] = [];
  const close = (closed: readonly Growing[], end: number): void => {
    for (const element of closed) {
      element.behind = elements.length;
      const { place } = element;
      if (place !== undefined) place.insideEnd = place.end = Math.max(end, place.inside);
    }
  };
  let tooDeepAt: number | undefined;

  const parser = new Parser({
    /** `isImplied`: an end tag without a start makes an element. */
    onopentag(name, attributes, isImplied) {
      const ended = endedBy(name, open);
      if (ended !== -1) close(open.splice(ended), parser.startIndex);
      const parent = open.at(-1);
      const inside = parser.endIndex + 1;
      const place = { start: parser.startIndex, inside, insideEnd: inside, end: inside, hasEndTag: false };
      const order = elements.length;
      const element = {
        name,
        attributes,
        parent,
        nodes: [],
        order,
        behind: order + 1,
        place: isImplied ? undefined : place,
      };
      (parent?.nodes ?? nodes).push(element);
      elements.push(element);
      // The parser walks its stack of open elements, so depth would cost it the square of itself.
      if (open.push(element) <= DEEPEST && stack.push(element) <= MOST_OPEN) return;
      tooDeepAt ??= place.start;
      parser.pause();
    },
    /** `isImplied`: another tag ends it, or the end of the text. */
    onclosetag(_, isImplied) {
      const element = stack.pop();
      const at = element === undefined ? -1 : open.lastIndexOf(element);
      // It may have been closed before, by the next of its row.
      if (element === undefined || at === -1) return;
      close(open.splice(at), parser.startIndex);
      const { place } = element;
      if (place === undefined || isImplied) return;
      place.end = parser.endIndex + 1;
      place.hasEndTag = true;
    },
    ontext(data) {
      const holder: Node[] = open.at(-1)?.nodes ?? nodes;
      const before = holder.at(-1);
      // Line breaks are one character to HTML (section 13.2.3.5).
      const plain = data.includes("\r") ? data.replaceAll(/\r\n?/g, "\n") : data;
      if (typeof before === "string") holder[holder.length - 1] = before + plain;
      else holder.push(plain);
    },
  });
  parser.end(text);
  return { nodes, elements, tooDeepAt };
}

/** How many elements without an end tag are read. */
const MOST_OPEN = 20_000;

/**
 * The index in what is open of the element that a start tag ends: the last of its row, inside of what holds the row. The
 * parser sees it only where nothing else is open inside of that.
 */
function endedBy(name: string, open: readonly Growing[]): number {
  const row = ROW_OF.get(name);
  if (row === undefined) return -1;
  const at = open.findLastIndex((it) => row.names.has(it.name) || row.holders.has(it.name));
  return row.names.has(open[at]?.name ?? "") ? at : -1;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** HTML, section 13.1.2.4: elements whose end tag may be left out with others open in them, and what holds a row of them. */
const ROWS = [
  { names: words("li"), holders: words("menu ol ul article blockquote section table td th") },
  { names: words("dt dd"), holders: words("dl article blockquote section table td th") },
  { names: words("td th"), holders: words("table tr") },
  { names: words("tr"), holders: words("table") },
];

const ROW_OF = new Map(ROWS.flatMap((row) => [...row.names].map((name) => [name, row] as const)));

/** An element whose end is not reached yet. */
interface Growing extends Element {
  readonly parent: Growing | undefined;
  readonly nodes: Node[];
  behind: number;
  readonly place: { -readonly [key in keyof Place]: Place[key] } | undefined;
}
