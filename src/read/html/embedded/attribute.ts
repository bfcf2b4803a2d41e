import type { Element, Page } from "../page.js";
import { type Lead, namedBy } from "./lead.js";
import { type Passage, passageOf, plainPassage } from "../../passage.js";
import { runsOf } from "../references.js";

/** The value of an attribute, with the way back to where it is written. The parser has decoded it and lets lower case count. */
export function attributeOf(element: Element, name: string, page: Page): Passage | undefined {
  const value = page.attribute(element, name);
  const { start } = page.rangeOf(element);
  if (value === undefined) return undefined;
  const place = placeIn(page.source({ start, end: page.insideOf(element).start }), name);
  if (place === undefined) return plainPassage(value, start);
  return passageOf(value, () => runsOf(value, place.written, start + place.at));
}

/** The lead of an attribute that names where the description is. */
export function namedIn(attribute: string): (element: Element, page: Page) => readonly Lead[] {
  return (element, page) => {
    const value = attributeOf(element, attribute, page);
    if (value === undefined) return [];
    return namedBy(value.text, { start: value.placeOf(0), end: value.placeOf(value.text.length) });
  };
}

/** Where the value of an attribute stands in a start tag (HTML, section 13.1.2.3), and how it is written. */
function placeIn(tag: string, name: string): { readonly at: number; readonly written: string } | undefined {
  for (const { 0: all, 1: key, 2: written = "", index } of tag.matchAll(ATTRIBUTE)) {
    if (key?.toLowerCase() !== name) continue;
    const quoted = /^["']/.test(written);
    const at = index + all.length - written.length + (quoted ? 1 : 0);
    return { at, written: quoted ? written.slice(1, -1) : written };
  }
  return undefined;
}

const ATTRIBUTE = /(?<=[\s"'/])([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;
