import { type Code, Diagnostics, type Target } from "../../../diagnostics/diagnostics.js";
import { type Passage, placedIn } from "../../passage.js";

/** Diagnostics of a reader that was given a passage for a file: each place is turned into the page's. */
export class MappedDiagnostics extends Diagnostics {
  readonly #page: Diagnostics;
  readonly #passage: Passage;

  constructor(page: Diagnostics, passage: Passage) {
    super();
    this.#page = page;
    this.#passage = passage;
  }

  override report<C extends Code>(
    code: C,
    target: Target | undefined,
    params: Parameters<typeof Diagnostics.prototype.report<C>>[2],
    related: Parameters<typeof Diagnostics.prototype.report<C>>[3] = [],
  ): void {
    this.#page.report(code, target && this.#placed(target), params, related);
  }

  #placed({ range, ...target }: Target): Target {
    return range === undefined ? target : { ...target, range: placedIn(this.#passage, range) };
  }
}
