/** Steps through JavaScript without running or fully parsing it: just enough to know where a value ends. */

/** The offset behind white space and comments. */
export function skipBlank(text: string, at: number): number {
  for (;;) {
    const end = endOf(BLANK, text, at);
    if (text.startsWith("//", end)) at = behind(text, "\n", end);
    else if (text.startsWith("/*", end)) at = behind(text, "*/", end + 2);
    else return end;
  }
}

/** The offset behind the string whose quote, of any of the three kinds, stands at `at`. */
export function skipQuoted(text: string, at: number): number {
  return text[at] === "`" ? skipTemplate(text, at) : skipString(text, at);
}

/**
 * The offset behind the expression that starts at `at`: where a comma, a semicolon or a closing bracket of something
 * around it stands.
 */
export function skipExpression(text: string, at: number): number {
  const structure = /["'`/{}[\](),;]/g;
  structure.lastIndex = at;
  let depth = 0;
  // `test` and not `exec`, which makes an object at each step: of a large description there are millions.
  while (structure.test(text)) {
    const found = structure.lastIndex - 1;
    const char = text.charAt(found);
    if (OPENING.has(char)) depth++;
    else if (CLOSING.has(char)) {
      if (depth === 0) return found;
      depth--;
    } else if (char === "," || char === ";") {
      if (depth === 0) return found;
    } else structure.lastIndex = char === "/" ? skipSlash(text, found) : skipQuoted(text, found);
  }
  return text.length;
}

/** The offset behind what the pattern matches at `at`; `at` itself where it does not match. */
export function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}

const BLANK = /[\s\uFEFF]*/y;
const OPENING: ReadonlySet<string> = new Set(["{", "[", "("]);
const CLOSING: ReadonlySet<string> = new Set(["}", "]", ")"]);

function skipString(text: string, at: number): number {
  const quote = text.charAt(at);
  let end = text.indexOf(quote, at + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf(quote, end + 1);
  return end === -1 ? text.length : end + 1;
}

/** An expression in a template may hold templates. */
function skipTemplate(text: string, at: number): number {
  const structure = /\\|`|\$\{/g;
  structure.lastIndex = at + 1;
  for (;;) {
    const found = structure.exec(text);
    if (found === null) return text.length;
    if (found[0] === "`") return structure.lastIndex;
    if (found[0] === "\\") structure.lastIndex++;
    else structure.lastIndex = skipExpression(text, structure.lastIndex) + 1;
  }
}

/** A character is escaped when an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "\\") start--;
  return (at - start) % 2 === 1;
}

/** A slash starts a comment, a regular expression where a value may stand, or divides. */
function skipSlash(text: string, at: number): number {
  if (text[at + 1] === "/" || text[at + 1] === "*") return skipBlank(text, at);
  const before = text.slice(Math.max(0, at - LONGEST_KEYWORD), at).trimEnd();
  const divides = /[\w$)\]}"'`]$/.test(before) && !/\b(?:return|typeof|case|in|of|void|delete)$/.test(before);
  return divides ? at + 1 : Math.max(at + 1, endOf(REGULAR_EXPRESSION, text, at));
}

const LONGEST_KEYWORD = 24;
const REGULAR_EXPRESSION = /\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

function behind(text: string, end: string, at: number): number {
  const found = text.indexOf(end, at);
  return found === -1 ? text.length : found + end.length;
}
