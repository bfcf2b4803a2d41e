/** The schemas that a page shows, by name; takes note of names that are asked for and not shown. */
export class Types {
  readonly #names: ReadonlySet<string>;
  readonly #missed = new Set<string>();

  constructor(names: Iterable<string>) {
    this.#names = new Set(names);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  miss(name: string): void {
    this.#missed.add(name);
  }

  get missed(): readonly string[] {
    return [...this.#missed];
  }
}
