/** A text as one word: what parts words, and the sign of escapes, is percent-encoded (RFC 3986, section 2.1). */
export const asWord = (text: string): string => text.replaceAll(/[%\s\p{Cc}]/gu, (it) => encodeURIComponent(it));

/** The text that a word stands for. One that nobody has made so stands for itself. */
export function ofWord(word: string): string {
  if (!word.includes("%")) return word;
  try {
    return word.replaceAll(/(?:%[\dA-F]{2})+/g, (it) => decodeURIComponent(it));
  } catch {
    return word;
  }
}
