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
  // The engine's own search for the next character that counts is several times faster than a loop over all of them.
  const structure = /["[\]{}]/g;
  structure.lastIndex = at;
  for (let depth = 0; structure.test(text);) {
    const char = text[structure.lastIndex - 1];
    if (char === '"') structure.lastIndex = skipString(text, structure.lastIndex - 1);
    else if (char === "{" || char === "[") depth++;
    else if (--depth === 0) return structure.lastIndex;
  }
  return text.length;
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
export const isSpace = (char: number): boolean => char === 0x20 || char === 0x0a || char === 0x0d || char === 0x09;
