import type { Range } from "../../diagnostics/diagnostics.js";
import { skipSpace, skipString } from "./scan.js";

/** A key that its object has already. */
export interface Duplicate {
  readonly key: string;
  readonly range: Range;
  readonly first: Range;
}

/**
 * The keys that stand more than once in one object of a text that is JSON: `JSON.parse` takes the last of each (RFC 8259, section 4,
 * leaves it open).
 */
export function findDuplicates(text: string): readonly Duplicate[] {
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
