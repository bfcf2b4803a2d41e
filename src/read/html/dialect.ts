import type { Elsewhere } from "../elsewhere.js";
import type { Content } from "../format.js";
import type { Placed } from "../placed.js";
import type { Page } from "./page.js";

/** A kind of documentation page, known by what its tool writes into each of them. */
export interface Dialect {
  readonly name: string;
  /** What is looked for, in words: "an element of the class x". */
  readonly marker: string;
  readonly matches: (page: Page) => boolean;
  /** The page as an OpenAPI description; undefined when it lacks what no description can do without. */
  readonly read: (page: Page) => Reading | undefined | Promise<Reading | undefined>;
}

/** A description put together from what a page tells; or one that it carries; or only the name of one. */
export type Reading = Placed | { readonly kind: "carried"; readonly content: Content } | Elsewhere;
