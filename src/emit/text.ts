/** Strings of a description as source text. ts-morph prints names and literals as given, so quoting is ours. */

/** What nearly all names are, told without the tables of Unicode. */
const WORD = /^[A-Za-z_$][\w$]*$/;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** A string literal; U+2028 and U+2029 end a line for many tools that read source text. */
export function quote(text: string): string {
  const quoted = JSON.stringify(text);
  return LINE_END.test(quoted) ? quoted.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029") : quoted;
}
const LINE_END = /[\u2028\u2029]/;

/** A property name in a type or an object literal. */
export function key(name: string): string {
  // In an object literal a plain or quoted `__proto__` sets the prototype; a computed one is a property like any other.
  if (name === "__proto__") return `["__proto__"]`;
  return WORD.test(name) || IDENTIFIER.test(name) ? name : quote(name);
}

/**
 * Text is made for the place where it stands. That is told by the line break there with its indentation, which each line after
 * the first starts with: `TOP` for a statement, a level `deeper` for what stands in its braces.
 */
export const TOP = "\n";
export const deeper = (at: string): string => `${at}  `;
export const INSIDE = deeper(TOP);

/** The text a level deeper. By splitting and joining: `replaceAll` gives a text of many parts, which every later use pays for to put together. */
export const indent = (text: string): string => (text.includes("\n") ? text.split("\n").join("\n  ") : text);
