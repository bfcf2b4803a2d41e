/** A place in a text as people name it: both count from 1, the column in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text. Their starts are looked for as far as positions are asked for. */
export class LineIndex {
  readonly #text: string;
  readonly #starts = [0];
  /** Whether there is no further line. */
  #isWhole = false;

  constructor(text: string) {
    this.#text = text;
  }

  positionOf(offset: number): Position {
    this.#look(offset, Infinity);
    const starts = this.#starts;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** A line without its end, or undefined behind the last one. */
  line(number: number): string | undefined {
    this.#look(Infinity, number);
    const start = this.#starts[number - 1];
    return start === undefined ? undefined : this.#text.slice(start, this.#starts[number]).replace(/\r?\n$/, "");
  }

  /** Looks for further lines until one starts behind `offset`, or behind the line of a `number`. */
  #look(offset: number, number: number): void {
    const [text, starts] = [this.#text, this.#starts];
    for (let last = starts.at(-1) ?? 0; !this.#isWhole && last <= offset && starts.length <= number;) {
      last = text.indexOf("\n", last) + 1;
      if (last === 0) this.#isWhole = true;
      else starts.push(last);
    }
  }
}
