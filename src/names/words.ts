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
export const inPascalCase = (texts: readonly string[]): string => texts.flatMap(wordsOf).map(capitalized).join("");

export function camelCase(texts: readonly string[]): string {
  const [first = "", ...rest] = texts.flatMap(wordsOf);
  return startSafe(first.toLowerCase() + rest.map(capitalized).join(""));
}

export const kebabCase = (texts: readonly string[]): string =>
  texts
    .flatMap(wordsOf)
    .map((it) => it.toLowerCase())
    .join("-");

/** An identifier starts with no digit and is not empty. */
const startSafe = (name: string): string => (/^[\p{ID_Start}_$]/u.test(name) ? name : `_${name}`);
