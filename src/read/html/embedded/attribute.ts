import type { Element, Page } from "../page.js";
import { type Lead, namedBy } from "./lead.js";
import { type Passage, passageOf, plainPassage, type Run } from "./passage.js";

/** The value of an attribute, with the way back to where it is written. The parser has decoded it and lets lower case count. */
export function attributeOf(element: Element, name: string, page: Page): Passage | undefined {
  const value = element.attribs[name];
  const place = placesIn(element)?.[name];
  if (value === undefined) return undefined;
  if (place === undefined) return plainPassage(value, page.rangeOf(element).start);
  const written = page.source({ start: place.startOffset, end: place.endOffset });
  const [lead = ""] = /^[^=]*=\s*["']?/.exec(written) ?? [];
  return passageOf(value, () => runsOf(value, written.slice(lead.length), place.startOffset + lead.length));
}

/** The lead of an attribute that names where the description is. */
export function namedIn(attribute: string): (element: Element, page: Page) => readonly Lead[] {
  return (element, page) => {
    const value = attributeOf(element, attribute, page);
    if (value === undefined) return [];
    return namedBy(value.text, { start: value.placeOf(0), end: value.placeOf(value.text.length) });
  };
}

/**
 * Where the characters of a value are written. Each reference stands for one character or, beyond the basic plane, for
 * two; what looks like one and is none stands for itself.
 */
function* runsOf(value: string, written: string, start: number): Generator<Run> {
  let [at, done] = [0, 0];
  for (const { 0: reference, 1: name = "", index } of written.matchAll(/&(#?\w+);|\r\n/g)) {
    const plain = index - at;
    if (plain > 0) yield { text: value.slice(done, done + plain), place: start + at };
    done += plain;
    const isReference = reference === "\r\n" || value[done] !== "&" || /^(?:amp|#38|#x26)$/i.test(name);
    const length = isReference ? String.fromCodePoint(value.codePointAt(done) ?? 0).length : reference.length;
    yield { text: value.slice(done, done + length), place: start + index };
    done += length;
    at = index + reference.length;
  }
  yield { text: value.slice(done), place: start + at };
}

/** The parser tells where attributes are, which the type of the tree that it builds does not know. */
const placesIn = (element: Element): AttributePlaces | undefined =>
  (element.sourceCodeLocation as { readonly attrs?: AttributePlaces } | null | undefined)?.attrs;

type AttributePlaces = Readonly<
  Record<string, { readonly startOffset: number; readonly endOffset: number } | undefined>
>;
