import { type Key, type Selector, selectorOf } from "./selector.js";
import type { Element } from "./tree.js";

/** The elements of a page by their names and classes, so that a search looks at few of them. */
export class ElementIndex {
  readonly #elements: readonly Element[];
  readonly #byName = new Map<string, Element[]>();
  /** Classes in camel case. */
  readonly #byClass = new Map<string, Element[]>();
  readonly #selectors = new Map<string, Selector>();

  constructor(elements: readonly Element[]) {
    this.#elements = elements;
    const classes = new Map<string, readonly string[]>();
    for (const element of elements) {
      put(this.#byName, element.name, element);
      const written = element.attributes["class"];
      if (written === undefined) continue;
      const names = classes.get(written) ?? classesIn(written);
      classes.set(written, names);
      for (const it of names) put(this.#byClass, it, element);
    }
  }

  /** By CSS selector, in the order of the page; inside of `within` where it is given. */
  select(text: string, within?: Element): readonly Element[] {
    const { keys, isPlain, matches } = this.#selector(text);
    const candidates = this.#candidates(keys, within);
    return isPlain ? candidates : candidates.filter(matches);
  }

  matches(element: Element, text: string): boolean {
    return this.#selector(text).matches(element);
  }

  /** By a class, which is named in camel case: `status-line` and `statusLine` are the same words. */
  ofClass(name: string, within?: Element): readonly Element[] {
    return inside(this.#byClass.get(name) ?? [], within);
  }

  #selector(text: string): Selector {
    const selector = this.#selectors.get(text) ?? selectorOf(text);
    this.#selectors.set(text, selector);
    return selector;
  }

  #candidates(keys: readonly Key[] | undefined, within: Element | undefined): readonly Element[] {
    if (keys === undefined) return inside(this.#elements, within);
    const lists = keys.map(({ kind, name }) =>
      inside((kind === "name" ? this.#byName.get(name) : this.#byClass.get(camelCase(name))) ?? [], within),
    );
    const [only = []] = lists;
    return lists.length === 1 ? only : [...new Set(lists.flat())].sort((a, b) => a.order - b.order);
  }
}

function put(index: Map<string, Element[]>, key: string, element: Element): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [element]);
  else known.push(element);
}

const classesIn = (written: string): readonly string[] => [
  ...new Set(written.split(/\s+/).filter(Boolean).map(camelCase)),
];

const camelCase = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Those of a list in the order of the page that an element holds. */
function inside(list: readonly Element[], within: Element | undefined): readonly Element[] {
  if (within === undefined) return list;
  return list.slice(firstFrom(list, within.order + 1), firstFrom(list, within.behind));
}

/** The index of the first element whose place in the order is not before `order`. */
function firstFrom(list: readonly Element[], order: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.order ?? Infinity) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}
