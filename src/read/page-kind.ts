/** The tool that made a page, and what in the page it was known by. */
export interface PageKind {
  readonly name: string;
  /** In words: "an element of the class x". */
  readonly marker: string;
}

export interface Known {
  /** Only of a page. */
  readonly page?: PageKind;
}
