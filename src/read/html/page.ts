import type { Code, Diagnostics, Range } from "../../diagnostics/diagnostics.js";
import type { Input } from "../format.js";
import { ElementIndex } from "./element-index.js";
import { findMojibake, mayBeMojibake, repairMojibake } from "./mojibake.js";
import { part, plainPassage } from "../passage.js";
import type { Places } from "../placed.js";
import { referencedPassage } from "./references.js";
import { type Element, type Node, type Tree, treeOf } from "./tree.js";

export type { Element, Node } from "./tree.js";

/**
 * An HTML page with its text. What is read from it is repaired on the way (see `mojibake.ts`), and said where it was.
 */
export class Page {
  readonly input: Input;
  readonly diagnostics: Diagnostics;
  readonly #elements: readonly Element[];
  readonly #index: ElementIndex;
  /** Where what was repaired has been said: a place may be read more than once. */
  readonly #repaired = new Set<number>();

  /** `searched` are the elements among which searches find theirs. Default: all. */
  constructor(input: Input, { elements }: Pick<Tree, "elements">, diagnostics: Diagnostics, searched = elements) {
    this.input = input;
    this.diagnostics = diagnostics;
    this.#elements = elements;
    this.#index = new ElementIndex(searched);
  }

  /** The page as one in which searches find only what is inside of an element. */
  within({ order, behind }: Element): Page {
    const elements = this.#elements;
    return new Page(this.input, { elements }, this.diagnostics, elements.slice(order, behind));
  }

  get path(): string {
    return this.input.path;
  }

  /** Elements by CSS selector, in the order of the page; inside of `within` where it is given. */
  all(selector: string, within?: Element): readonly Element[] {
    return this.#index.select(selector, within);
  }

  /** The elements right inside of one, by CSS selector. */
  children(element: Element, selector: string): readonly Element[] {
    return element.nodes.filter((it) => typeof it !== "string").filter((it) => this.#index.matches(it, selector));
  }

  /** Elements that have a class, which is named in camel case and may be spelled `statusLine` or `status-line`. */
  byClass(name: string, within?: Element): readonly Element[] {
    return this.#index.ofClass(name, within);
  }

  /** The first sibling of the given name that follows, before another of the element's own name. */
  next(element: Element, name: string): Element | undefined {
    for (let it = this.#after(element); it !== undefined && it.name !== element.name; it = this.#after(it))
      if (it.name === name) return it;
    return undefined;
  }

  #after(element: Element): Element | undefined {
    const next = this.#elements[element.behind];
    return next?.parent === element.parent ? next : undefined;
  }

  /** The nearest element that holds this one, by CSS selector. */
  closest(element: Element, selector: string): Element | undefined {
    const { parent } = element;
    return parent === undefined || this.#index.matches(parent, selector) ? parent : this.closest(parent, selector);
  }

  attribute(element: Element, name: string): string | undefined {
    return Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
  }

  /** What an element says, without tags and with entities decoded. */
  textOf(element: Element): string {
    const text = textOf(element.nodes);
    if (!mayBeMojibake(text)) return text.trim();
    this.#reportMojibake(this.insideOf(element));
    return repairMojibake(text).trim();
  }

  /** The way from the text of an element back to the page; undefined where it was repaired or holds elements. */
  placesOf = (element: Element): Places =>
    once(() => {
      const range = this.insideOf(element);
      const text = textOf(element.nodes);
      const passage = referencedPassage(text, this.source(range), range.start);
      const isRepaired = mayBeMojibake(text) && repairMojibake(text) !== text;
      return passage && !isRepaired ? part(passage, text.length - text.trimStart().length).placeOf : undefined;
    });

  /** What an element holds, in HTML where it holds elements. */
  proseOf(element: Element): string {
    return element.behind > element.order + 1 ? this.slice(this.insideOf(element)) : this.textOf(element);
  }

  /** A stretch of the page as it is written. */
  slice(range: Range): string {
    const source = this.source(range);
    if (!mayBeMojibake(source)) return source.trim();
    this.#reportMojibake(range);
    return repairMojibake(source).trim();
  }

  /** The way from a stretch as `slice` gives it back to the page; undefined where it was repaired. */
  placesIn = (range: Range): Places =>
    once(() => {
      const source = this.source(range);
      if (mayBeMojibake(source) && repairMojibake(source) !== source) return undefined;
      return plainPassage(source, range.start + source.length - source.trimStart().length).placeOf;
    });

  /** What a stretch of the page says, without tags and with entities decoded. */
  textIn(range: Range): string {
    const source = this.slice(range);
    return /[<&]/.test(source) ? textOf(treeOf(source).nodes).trim() : source;
  }

  /** A text with its entities decoded; what looks like a tag in it stays. */
  decoded(text: string): string {
    return text.replaceAll(/&#?\w+;/g, (entity) => textOf(treeOf(entity).nodes));
  }

  /** The same with nothing repaired: to see where something is. */
  source(range: Range): string {
    return this.input.text.slice(range.start, range.end);
  }

  rangeOf(element: Element): Range {
    const { place } = element;
    return place ? { start: place.start, end: place.end } : this.start;
  }

  /** From behind the start tag to the end tag; an element that another one closed ends with its start tag. */
  insideOf(element: Element): Range {
    const { place } = element;
    return place ? { start: place.inside, end: place.insideEnd } : this.start;
  }

  hasEndTag(element: Element): boolean {
    return element.place?.hasEndTag === true;
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

function textOf(nodes: readonly Node[]): string {
  let text = "";
  for (const it of nodes) text += typeof it === "string" ? it : textOf(it.nodes);
  return text;
}

/** Asked more than once, found once. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}
