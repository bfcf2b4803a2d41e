import type { LineIndex, Position } from "./line-index.js";

/** A few lines of an input around a place, ready to be shown in a column of text. */
export interface Excerpt {
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  /** What is pointed at: on which line, at which character of the text shown (from 0), over how many characters. */
  readonly mark: { readonly line: number; readonly at: number; readonly length: number };
}

/** The line of a place with one above and one below. A long line, as in minified JSON or a page, is cut around the place. */
export function excerptOf(lines: LineIndex, start: Position, end: Position): Excerpt {
  const from = windowStart(lines.line(start.line) ?? "", start.column - 1);
  const around = [start.line - 1, start.line, start.line + 1].flatMap((number) => {
    const text = lines.line(number);
    return text === undefined ? [] : [{ number, text: cut(text, from) }];
  });
  const shown = around.find((it) => it.number === start.line)?.text ?? "";
  const at = Math.min(start.column - 1 - from, shown.length);
  const last = end.line === start.line ? end.column - 1 - from : shown.length;
  return { lines: around, mark: { line: start.line, at, length: Math.max(1, Math.min(last, shown.length) - at) } };
}

const widest = 100;
const leadIn = 30;

/** The first character to show, so that a place far to the right is seen with something before it. */
const windowStart = (line: string, column: number): number =>
  line.length <= widest ? 0 : Math.max(0, Math.min(column - leadIn, line.length - widest));

/** Dots stand in the place of characters, not beside them, so that columns stay what they are. */
function cut(line: string, from: number): string {
  const shown = line.slice(from, from + widest).replaceAll("\t", " ");
  const head = from > 0 && shown !== "" ? `…${shown.slice(1)}` : shown;
  return line.length > from + widest ? `${head.slice(0, -1)}…` : head;
}
