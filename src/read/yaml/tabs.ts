/** A text whose indentation is spaces, and the way back from its offsets to those of the text that it was made of. */
export interface Untabbed {
  readonly text: string;
  readonly offsetOf: (offset: number) => number;
}

/**
 * The text with two spaces for each tab that it is indented by; YAML allows none (1.2.2, section 6.1). Undefined where it
 * is not indented by tabs alone: how wide a tab is beside spaces is nothing that can be told.
 */
export function untabbed(text: string): Untabbed | undefined {
  if (!/^\t/m.test(text) || /^ +\S/m.test(text)) return undefined;
  const tabs = [...text.matchAll(/^\t+/gm)].flatMap(({ 0: run, index }) => [...run].map((_, i) => index + i));
  return {
    // Behind the dash of a list a tab is as wide as one space.
    text: text.replaceAll(
      /^(\t+)((?:-\t)*)/gm,
      (_, run: string, dashes: string) => "  ".repeat(run.length) + dashes.replaceAll("\t", " "),
    ),
    // The tab with the number i stands i offsets further on, since each before it takes one more.
    offsetOf: (offset) => offset - tabs.filter((tab, i) => tab + i < offset).length,
  };
}
