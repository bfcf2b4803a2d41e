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
  const open: Growing[] = [];
  let tooDeepAt: number | undefined;

  const parser = new Parser({
    /** `isImplied`: an end tag without a start makes an element. */
    onopentag(name, attributes, isImplied) {
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
      if (open.push(element) <= DEEPEST) return;
      // The parser walks its stack of open elements, so depth would cost it the square of itself.
      tooDeepAt ??= place.start;
      parser.pause();
    },
    /** `isImplied`: another tag ends it, or the end of the text. */
    onclosetag(_, isImplied) {
      const element = open.pop();
      if (element === undefined) return;
      element.behind = elements.length;
      const { place } = element;
      if (place === undefined) return;
      place.insideEnd = Math.max(parser.startIndex, place.inside);
      place.end = isImplied ? place.insideEnd : parser.endIndex + 1;
      place.hasEndTag = !isImplied;
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

/** An element whose end is not reached yet. */
interface Growing extends Element {
  readonly parent: Growing | undefined;
  readonly nodes: Node[];
  behind: number;
  readonly place: { -readonly [key in keyof Place]: Place[key] } | undefined;
}
