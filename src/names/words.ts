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
const inPascalCase = (texts: readonly string[]): string => speakable(texts).map(capitalized).join("");

/** `inPascalCase` of one text at a time: of each once, since most stand in the names of many things. */
export function partSpeller(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const part = known.get(text) ?? inPascalCase([text]);
    known.set(text, part);
    return part;
  };
}

/** The same words as the name of a function and as that of a type. */
export function bothCases(texts: readonly string[]): { readonly camel: string; readonly pascal: string } {
  const words = speakable(texts);
  const first = words[0] ?? "";
  const rest = words.slice(1).map(capitalized).join("");
  return { camel: startSafe(first.toLowerCase() + rest), pascal: startSafe(capitalized(first) + rest) };
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
