import type { Placed } from "../placed.js";
import type { Page } from "./page.js";

/** A kind of documentation page, known by what its tool writes into each of them. */
export interface Dialect {
  readonly name: string;
  /** What is looked for, in words: "an element of the class x". */
  readonly marker: string;
  readonly matches: (page: Page) => boolean;
  /** The page as an OpenAPI description; undefined when it lacks what no description can do without. */
  readonly read: (page: Page) => Placed | undefined;
}
