import type { Range } from "../../diagnostics/diagnostics.js";

/** A stretch of text that was UTF-8, was taken for Windows-1252 and written as UTF-8 again: `â€™` for `’`. */
export interface Mojibake extends Range {
  readonly repaired: string;
}

/**
 * Finds such text. Only whole runs of non-ASCII characters are tried: a part of a run that happens to decode proves
 * nothing, while text that is right hardly ever decodes as a whole (`é` alone is no UTF-8).
 */
export function findMojibake(text: string): readonly Mojibake[] {
  return [...text.matchAll(/[^\0-\x7f]+/g)].flatMap((run) => {
    const repaired = decodeRun(run[0]);
    return repaired === undefined ? [] : [{ start: run.index, end: run.index + run[0].length, repaired }];
  });
}

/** Most texts are plain, and that is seen at once. */
export const mayBeMojibake = (text: string): boolean => /[^\0-\x7f]/.test(text);

export function repairMojibake(text: string): string {
  return text.replaceAll(/[^\0-\x7f]+/g, (run) => decodeRun(run) ?? run);
}

function decodeRun(run: string): string | undefined {
  const bytes = [...run].map((char) => byteOf(char));
  // A decoder costs more than to see that no character of UTF-8 starts here (RFC 3629, section 3).
  if (bytes.length < 2 || (bytes[0] ?? 0) < 0xc2 || !bytes.every((byte) => byte !== undefined)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

function byteOf(char: string): number | undefined {
  const code = char.charCodeAt(0);
  if (code >= 0xa0 && code <= 0xff) return code;
  const index = HIGH_CONTROLS.indexOf(char);
  return index === -1 ? undefined : 0x80 + index;
}

/**
 * What Windows-1252 has at 0x80 to 0x9F; the five bytes without a character stand for themselves, as every browser has
 * it. A table of our own, since Node 20's `TextDecoder("windows-1252")` gives control characters for all of them.
 */
const HIGH_CONTROLS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
