import type { Element, Page } from "../page.js";
import type { Expression } from "./code/expression.js";
import type { Lead } from "./lead.js";

/** A tool whose pages carry the description that they show, and the places where they have it. */
export interface Form {
  readonly name: string;
  /** What is looked for, in words. */
  readonly marker: string;
  /** A selector of elements that no other page has: their page is of this tool even where it has no description. */
  readonly sign?: string;
  /** Places in scripts. They are looked for in the page's own text, since a `</script>` in a description cuts the element. */
  readonly scripts: readonly ScriptPlace[];
  readonly elements: readonly ElementPlace[];
}

/** What follows on a text in a script. */
export interface ScriptPlace {
  /** Stands in all that `after` matches: most pages have it nowhere, which is seen many times faster. */
  readonly word: string;
  /** With the flag `g`. A bracket at its end opens the arguments of a call. */
  readonly after: RegExp;
  /** Of what follows: the value, or the arguments of the call. */
  readonly leads: (values: readonly Expression[]) => readonly Lead[];
}

export interface ElementPlace {
  /** A selector of CSS. */
  readonly selector: string;
  readonly leads: (element: Element, page: Page) => readonly Lead[];
}
