/** The names of one namespace, each given once. */
export class Scope<Owner extends string> {
  readonly #owners = new Map<string, Owner>();
  readonly #reserved: ReadonlySet<string>;
  readonly #fold: (name: string) => string;

  /** `fold` makes names equal that must not stand beside each other, such as file names that differ in case alone. */
  constructor(reserved: ReadonlySet<string>, fold = (name: string): string => name) {
    this.#reserved = reserved;
    this.#fold = fold;
  }

  /**
   * Gives the first candidate that is free, else the `last` one, which is made only where it is needed; after that, it with the
   * lowest free number from 2 on.
   */
  claim(owner: Owner, candidates: readonly string[], last = (): string => candidates.at(-1) ?? ""): string {
    for (const name of candidates) if (this.#take(owner, name)) return name;
    const stem = last();
    for (let name = stem, n = 2; ; name = `${stem}${n++}`) if (this.#take(owner, name)) return name;
  }

  ownerOf(name: string): Owner | undefined {
    return this.#owners.get(this.#fold(name));
  }

  #take(owner: Owner, name: string): boolean {
    const key = this.#fold(name);
    if (this.#reserved.has(name) || this.#owners.has(key)) return false;
    this.#owners.set(key, owner);
    return true;
  }
}
