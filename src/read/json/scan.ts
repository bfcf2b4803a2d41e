/** Steps through text that is known to be JSON; none of them checks anything, which is what makes them fast. */

export function skipSpace(text: string, at: number): number {
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the value that starts at `at`. */
export function skipValue(text: string, at: number): number {
  switch (text[at]) {
    case '"':
      return skipString(text, at);
    case "{":
    case "[":
      return skipContainer(text, at);
    default:
      return skipWord(text, at);
  }
}

/** The offset behind the string whose opening quote stands at `at`. */
export function skipString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

/** A character is escaped when an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "\\") start--;
  return (at - start) % 2 === 1;
}

function skipContainer(text: string, at: number): number {
  let depth = 0;
  do {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = skipString(text, at) - 1;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) depth++;
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth--;
    at++;
  } while (depth > 0);
  return at;
}

function skipWord(text: string, at: number): number {
  const end = text.slice(at, at + LONGEST_STEP).search(/[\s,\]}]/);
  return end === -1 ? endOfLongWord(text, at) : at + end;
}

/** A number may have any number of digits; hardly one has this many. */
function endOfLongWord(text: string, at: number): number {
  while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at++;
  return at;
}

const LONGEST_STEP = 64;
const QUOTE = 0x22;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const isSpace = (char: number): boolean => char === 0x20 || char === 0x0a || char === 0x0d || char === 0x09;
