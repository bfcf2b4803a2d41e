/** Runs of capitals (`HTTP` of `HTTPServer`), words, digits, and letters of scripts without case. */
const WORD = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{L}\p{M}]+/gu;

/** `PostInvoicesInvoiceSend`, `post_invoices_invoice_send` and `post-invoices/invoice.send` have the same four words. */
export function wordsOf(text: string): readonly string[] {
  // In a text of capitals alone they tell nothing, so they are not kept.
  const spelled = /\p{Ll}/u.test(text) ? text : text.toLowerCase();
  return spelled.match(WORD) ?? [];
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const pascalCase = (texts: readonly string[]): string => startSafe(inPascalCase(texts));

/** As `pascalCase`, for what goes on a name: a digit may come first. */
export const inPascalCase = (texts: readonly string[]): string => speakable(texts).map(capitalized).join("");

export function camelCase(texts: readonly string[]): string {
  const [first = "", ...rest] = speakable(texts);
  return startSafe(first.toLowerCase() + rest.map(capitalized).join(""));
}

export const kebabCase = (texts: readonly string[]): string =>
  texts
    .flatMap(wordsOf)
    .map((it) => it.toLowerCase())
    .join("-");

/** The words of all texts; of those that have none, such as an emoji, the numbers of their characters. */
function speakable(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap(wordsOf);
  if (words.length > 0) return words;
  const characters = [...texts.join("")];
  return characters.length === 0 ? ["empty"] : characters.map((it) => `u${codeOf(it)}`);
}

/** The author's own spelling as the end of an identifier, another for each: `foo_bar` as it is, of `foo-bar` the hyphen as `$2d`. */
export const spelled = (texts: readonly string[]): string =>
  texts.join("_").replace(/[^\p{ID_Continue}]/gu, (it) => `$${codeOf(it)}`);

const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

/** An identifier starts with no digit and is not empty. */
const startSafe = (name: string): string => (/^[\p{ID_Start}_$]/u.test(name) ? name : `_${name}`);
