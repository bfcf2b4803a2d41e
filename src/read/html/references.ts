import { type Passage, passageOf, type Run } from "../passage.js";

/** A text with the way back to where it is written with character references; undefined where it is not what stands there. */
export function referencedPassage(text: string, written: string, start: number): Passage | undefined {
  const runs = [...runsOf(text, written, start)];
  const isWhole = runs.every((it) => isWritten(it, written, it.place - start)) && length(runs) === text.length;
  return isWhole ? passageOf(text, () => runs) : undefined;
}

const isWritten = ({ text }: Run, written: string, at: number): boolean =>
  written.startsWith("&", at) || written.startsWith("\r", at) || written.startsWith(text, at);

const length = (runs: readonly Run[]): number => runs.reduce((sum, it) => sum + it.text.length, 0);

/**
 * Where the characters of a text are written that is `written` in a page, from `start` on. Each character reference stands for one character or, beyond the basic plane, for
 * two; what looks like one and is none stands for itself.
 */
export function* runsOf(value: string, written: string, start: number): Generator<Run> {
  let [at, done] = [0, 0];
  for (const { 0: reference, 1: name = "", index } of written.matchAll(/&(#?\w+);|\r\n/g)) {
    const plain = index - at;
    if (plain > 0) yield { text: value.slice(done, done + plain), place: start + at };
    done += plain;
    const isReference = reference === "\r\n" || value[done] !== "&" || /^(?:amp|#38|#x26)$/i.test(name);
    const length = isReference ? String.fromCodePoint(value.codePointAt(done) ?? 0).length : reference.length;
    yield { text: value.slice(done, done + length), place: start + index };
    done += length;
    at = index + reference.length;
  }
  yield { text: value.slice(done), place: start + at };
}
