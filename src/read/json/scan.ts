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
      return skipOut(text, at + 1);
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
export function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text.charCodeAt(start - 1) === BACKSLASH) start--;
  return (at - start) % 2 === 1;
}

const BACKSLASH = 0x5c;

/** The offset behind the bracket that closes the container in which `at` stands, outside of its strings. */
export function skipOut(text: string, at: number): number {
  // To the next bracket, over strings that escape nothing: the engine takes that way several times faster than a loop here. It
  // also stops before a string that has escapes, and at some others, since it keeps in mind each of them that it went over.
  const step = /(?:[^"[\]{}]*"[^"\\]*"){0,64}[^"[\]{}]*/y;
  step.lastIndex = at;
  for (let depth = 1; step.test(text);) {
    const end = step.lastIndex;
    if (text[end] === '"') step.lastIndex = skipString(text, end);
    else {
      depth += isOpening(text[end]) ? 1 : -1;
      if (depth === 0) return end + 1;
      step.lastIndex = end + 1;
    }
  }
  return text.length;
}

/** Whether a value that begins so is a container. */
export const isOpening = (char: string | undefined): boolean => char === "{" || char === "[";

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
