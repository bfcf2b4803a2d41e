import type { Range } from "../diagnostics/diagnostics.js";

/**
 * A text that stands in a page, maybe written in another way there: escaped in a string, encoded in an attribute. It
 * knows the way back from its own offsets to those of the page.
 */
export interface Passage {
  readonly text: string;
  /** The offset in the page of what stands at an offset of `text`. */
  placeOf(offset: number): number;
}

/** A text that is written as it is. */
export const plainPassage = (text: string, start = 0): Passage => ({ text, placeOf: (offset) => start + offset });

/** A part of a passage. */
export const part = ({ text, placeOf }: Passage, start: number, end?: number): Passage => ({
  text: text.slice(start, end),
  placeOf: (offset) => placeOf(start + offset),
});

/** A stretch of a passage in the page. An end stands behind the last character, wherever the next one is. */
export const placedIn = ({ placeOf }: Passage, { start, end }: Range): Range => ({
  start: placeOf(start),
  end: end > start ? placeOf(end - 1) + 1 : placeOf(start),
});

/** A run of characters that is written as it is, or one that stands for others: text, and where both start. */
export interface Run {
  readonly text: string;
  readonly place: number;
}

/**
 * A passage of runs, which are asked for with the first place: most texts are never pointed into. The place of a
 * character inside a run is as far behind the run's start as in the text.
 */
export function passageOf(text: string, runsOf: () => Iterable<Run>): Passage {
  let map: RunMap | undefined;
  return {
    text,
    placeOf(offset) {
      map ??= mapOf(runsOf());
      const index = lastNotAbove(map.starts, offset);
      return (map.places[index] ?? 0) + offset - (map.starts[index] ?? 0);
    },
  };
}

/** Where runs start, in the text and in the page. */
interface RunMap {
  readonly starts: readonly number[];
  readonly places: readonly number[];
}

function mapOf(runs: Iterable<Run>): RunMap {
  const [starts, places]: [number[], number[]] = [[], []];
  let length = 0;
  for (const { text, place } of runs) {
    starts.push(length);
    places.push(place);
    length += text.length;
  }
  return { starts, places };
}

/** The index of the last number that is not above `limit`, in a list that ascends. */
function lastNotAbove(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
