import type { Element } from "./page.js";

/** The elements of a page by their classes, gone through once: a search by selector goes through all of them each time. */
export class ClassIndex {
  readonly #byClass = new Map<string, Element[]>();
  /** When each element was entered and left on the way through the tree: one holds what was entered in between. */
  readonly #spans = new Map<Element, { readonly enter: number; leave: number }>();

  constructor(roots: readonly Element[]) {
    let clock = 0;
    const visit = (element: Element): void => {
      const span = { enter: clock++, leave: 0 };
      this.#spans.set(element, span);
      const classes = element.attribs["class"]?.split(/\s+/).filter(Boolean).map(camelCase) ?? [];
      for (const it of new Set(classes)) this.#add(it, element);
      for (const child of element.children) if (child.type === "tag") visit(child);
      span.leave = clock;
    };
    roots.forEach(visit);
  }

  /** In the order of the page; below `within` where it is given. */
  find(name: string, within?: Element): readonly Element[] {
    const all = this.#byClass.get(name) ?? [];
    const holder = within && this.#spans.get(within);
    if (holder === undefined) return all;
    return all.filter((it) => {
      const enter = this.#spans.get(it)?.enter ?? -1;
      return holder.enter < enter && enter < holder.leave;
    });
  }

  #add(name: string, element: Element): void {
    const known = this.#byClass.get(name);
    if (known === undefined) this.#byClass.set(name, [element]);
    else known.push(element);
  }
}

/** `status-line` and `statusLine` are the same words. */
const camelCase = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
