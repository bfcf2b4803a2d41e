import { type CheerioAPI, load } from "cheerio";
import type { Code, Diagnostics, Range } from "../../diagnostics/diagnostics.js";
import type { Input } from "../format.js";
import { ClassIndex } from "./class-index.js";
import { findMojibake, repairMojibake } from "./mojibake.js";

/** An element of a page. */
export type Element = NonNullable<ReturnType<typeof firstElement>>;
const firstElement = ($: CheerioAPI) => $.root().find("*").get(0);

/** What an element holds, in order: text with entities decoded, and elements. */
export type Node = string | Element;

/**
 * An HTML page with its text. What is read from it is repaired on the way (see `mojibake.ts`), and said where it was.
 */
export class Page {
  readonly input: Input;
  readonly diagnostics: Diagnostics;
  readonly #$: CheerioAPI;
  #classes: ClassIndex | undefined;
  /** Where what was repaired has been said: a place may be read more than once. */
  readonly #repaired = new Set<number>();

  constructor(input: Input, diagnostics: Diagnostics) {
    this.input = input;
    this.diagnostics = diagnostics;
    this.#$ = load(input.text, { sourceCodeLocationInfo: true });
  }

  get path(): string {
    return this.input.path;
  }

  /** Elements by CSS selector, in the order of the page; below `within` where it is given. */
  all(selector: string, within?: Element): readonly Element[] {
    return within === undefined ? this.#$.root().find(selector).toArray() : this.#$(within).find(selector).toArray();
  }

  /** The elements right inside of one, by CSS selector. */
  children(element: Element, selector: string): readonly Element[] {
    return this.#$(element).children(selector).toArray();
  }

  /** Elements that have a class, which is named in camel case and may be spelled `statusLine` or `status-line`. */
  byClass(name: string, within?: Element): readonly Element[] {
    this.#classes ??= new ClassIndex(this.all(":root"));
    return this.#classes.find(name, within);
  }

  /** The first sibling of the given name that follows, before another of the element's own name. */
  next(element: Element, name: string): Element | undefined {
    return this.#$(element).nextUntil(element.name, name).get(0);
  }

  /** The nearest element of the given name that holds this one. */
  closest(element: Element, name: string): Element | undefined {
    return this.#$(element).parents(name).get(0);
  }

  parentName(element: Element): string | undefined {
    return this.#$(element).parent().get(0)?.name;
  }

  nodesOf(element: Element): readonly Node[] {
    return this.#$(element)
      .contents()
      .toArray()
      .flatMap((it) => (it.type === "text" ? it.data : it.type === "tag" ? it : []));
  }

  attribute(element: Element, name: string): string | undefined {
    return element.attribs[name];
  }

  /** What an element says, without tags and with entities decoded. */
  textOf(element: Element): string {
    this.#reportMojibake(this.insideOf(element));
    return repairMojibake(this.#$(element).text()).trim();
  }

  /** What an element holds, in HTML where it holds elements. */
  proseOf(element: Element): string {
    return this.#$(element).children().length > 0 ? this.slice(this.insideOf(element)) : this.textOf(element);
  }

  /** A stretch of the page as it is written. */
  slice(range: Range): string {
    this.#reportMojibake(range);
    return repairMojibake(this.input.text.slice(range.start, range.end)).trim();
  }

  /** What a stretch of the page says, without tags and with entities decoded. */
  textIn(range: Range): string {
    const source = this.slice(range);
    return /[<&]/.test(source) ? load(source, null, false).text().trim() : source;
  }

  /** A text with its entities decoded; what looks like a tag in it stays. */
  decoded(text: string): string {
    return text.replaceAll(/&#?\w+;/g, (entity) => load(entity, null, false).text());
  }

  /** The same with nothing repaired: to see where something is. */
  source(range: Range): string {
    return this.input.text.slice(range.start, range.end);
  }

  rangeOf({ sourceCodeLocation: place }: Element): Range {
    return place ? { start: place.startOffset, end: place.endOffset } : this.start;
  }

  /** From behind the start tag to the end tag; an element that another one closed ends with its start tag. */
  insideOf(element: Element): Range {
    const { start, end } = this.rangeOf(element);
    const tags = element.sourceCodeLocation;
    return { start: tags?.startTag?.endOffset ?? start, end: tags?.endTag?.startOffset ?? end };
  }

  hasEndTag(element: Element): boolean {
    return element.sourceCodeLocation?.endTag !== undefined;
  }

  /** Where a text that an element holds starts and ends; the element's inside when it is not there as it is. */
  find(text: string, element: Element): Range {
    const inside = this.insideOf(element);
    const at = this.input.text.indexOf(text, inside.start);
    return text !== "" && at !== -1 && at + text.length <= inside.end ? { start: at, end: at + text.length } : inside;
  }

  /** Where the text of the page ends. */
  get end(): Range {
    const end = this.input.text.trimEnd().length;
    return { start: Math.max(0, end - 1), end };
  }

  /** For what the page as a whole says, or does not say. */
  get start(): Range {
    return { start: 0, end: 0 };
  }

  readonly report = <C extends Code>(
    code: C,
    range: Range,
    params: Parameters<typeof Diagnostics.prototype.report<C>>[2],
  ): void => {
    this.diagnostics.report(code, { source: this.input.index, pointer: "", range }, params);
  };

  #reportMojibake(range: Range): void {
    for (const { start, end, repaired } of findMojibake(this.input.text.slice(range.start, range.end))) {
      const place = { start: range.start + start, end: range.start + end };
      if (this.#repaired.has(place.start)) continue;
      this.#repaired.add(place.start);
      this.report("read/page-mojibake", place, { text: this.input.text.slice(place.start, place.end), repaired });
    }
  }
}
