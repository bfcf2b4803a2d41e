import type { Range } from "../../diagnostics/diagnostics.js";
import { isSpace, skipSpace, skipString } from "./scan.js";

/** A key that its object has already. */
export interface Duplicate {
  readonly key: string;
  readonly range: Range;
  readonly first: Range;
}

/**
 * The keys that stand more than once in one object of a text that is JSON; `value` is what `JSON.parse` made of it, which
 * has the last of each (RFC 8259, section 4, leaves it open). A whole scan takes as long as parsing does, so it is made
 * only where the keys in the text seem to be more than those of the value.
 */
export function findDuplicates(text: string, value: unknown): readonly Duplicate[] {
  return keysIn(text) === keysOf(value) ? [] : scan(text);
}

/** How many quotes stand before a colon: that of each key, and in odd texts some others. */
function keysIn(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    let at = colon - 1;
    while (isSpace(text.charCodeAt(at))) at--;
    if (text.charCodeAt(at) === QUOTE && text.charCodeAt(at - 1) !== BACKSLASH) count++;
  }
  return count;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function keysOf(root: unknown): number {
  let count = 0;
  const open: object[] = isContainer(root) ? [root] : [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (Array.isArray(node)) {
      for (const item of node) if (isContainer(item)) open.push(item);
      continue;
    }
    // What was parsed has no prototype but the plain one, which has nothing to enumerate.
    for (const key in node) {
      count++;
      // An own key of an object, and what it holds is unknown.
      const member = (node as Readonly<Record<string, unknown>>)[key];
      if (isContainer(member)) open.push(member);
    }
  }
  return count;
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

function scan(text: string): readonly Duplicate[] {
  const found: Duplicate[] = [];
  const open: Map<string, Range>[] = [];
  const structure = /["[\]{}]/g;
  for (let match = structure.exec(text); match !== null; match = structure.exec(text)) {
    const start = match.index;
    if (match[0] !== '"') {
      if (match[0] === "{" || match[0] === "[") open.push(new Map());
      else open.pop();
      continue;
    }
    const range = { start, end: skipString(text, start) };
    structure.lastIndex = range.end;
    if (text.charAt(skipSpace(text, range.end)) !== ":") continue;
    const key = String(JSON.parse(text.slice(range.start, range.end)));
    const first = open.at(-1)?.get(key);
    if (first === undefined) open.at(-1)?.set(key, range);
    else found.push({ key, range, first });
  }
  return found;
}
