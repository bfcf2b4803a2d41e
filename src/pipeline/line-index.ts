/** A place in a text as people name it: both count from 1, the column in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A line by its number, counted from 0, and the offset of its start. */
interface Line {
  readonly index: number;
  readonly start: number;
}

/** The lines of a text. They are looked for as far as positions are asked for. */
export class LineIndex {
  readonly #text: string;
  /** The start of each line whose index is a multiple of `STEP`: to note all would be half of the work of finding them. */
  readonly #marks = [0];

  constructor(text: string) {
    this.#text = text;
  }

  positionOf(offset: number): Position {
    const { index, start } = this.#goOn(this.#markBefore(offset), offset, Infinity);
    return { line: index + 1, column: offset - start + 1 };
  }

  /** A line without its end; undefined before the first and behind the last. */
  line(number: number): string | undefined {
    const nearest = Math.min(Math.max(0, Math.floor((number - 1) / STEP)), this.#marks.length - 1);
    const { index, start } = this.#goOn(nearest, this.#text.length, number - 1);
    return index === number - 1 ? this.#text.slice(start, this.#behind(start)).replace(/\r?\n$/, "") : undefined;
  }

  /** The last mark that is not behind an offset. */
  #markBefore(offset: number): number {
    let [low, high] = [0, this.#marks.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#marks[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** From a mark to the last line that starts neither behind `offset` nor has an index above `most`. */
  #goOn(mark: number, offset: number, most: number): Line {
    const marks = this.#marks;
    let [index, start] = [mark * STEP, marks[mark] ?? 0];
    for (let next = this.#behind(start); next <= offset && index < most; next = this.#behind(start)) {
      start = next;
      if (++index === marks.length * STEP) marks.push(start);
    }
    return { index, start };
  }

  /** The start of the next line; of none behind the last. */
  #behind(start: number): number {
    const end = this.#text.indexOf("\n", start);
    return end === -1 ? Infinity : end + 1;
  }
}

const STEP = 64;
