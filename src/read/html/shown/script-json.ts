import type { Range } from "../../../diagnostics/diagnostics.js";

import { plainPassage } from "../../passage.js";
import { parsed, type Placed } from "../../placed.js";
import { skipExpression } from "../embedded/code/scan.js";
import type { Page } from "../page.js";

/**
 * The JSON that scripts assign, by the name that the pattern's first group gives. Taken from the text of the page: to
 * the parser a script ends where a string in it says `</script>`.
 */
export function assignments(page: Page, pattern: RegExp): readonly (readonly [string, Placed])[] {
  return [...page.input.text.matchAll(pattern)].flatMap((match) => {
    const json = jsonAt(page, match.index + match[0].length);
    return json === undefined ? [] : [[match[1] ?? "", json] as const];
  });
}

/** The first JSON that is assigned in a stretch of the page. */
export function assignedJson(page: Page, { start, end }: Range, pattern: RegExp): Placed | undefined {
  const [match] = page.source({ start, end }).matchAll(pattern);
  return match && jsonAt(page, start + match.index + match[0].length);
}

function jsonAt(page: Page, start: number): Placed | undefined {
  const source = page.input.text;
  const end = skipExpression(source, start);
  try {
    const json = plainPassage(source.slice(start, end), start);
    return parsed({ start, end }, json.text, () => json.placeOf);
  } catch {
    return undefined;
  }
}
