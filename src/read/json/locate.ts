import type { Range } from "../../diagnostics/diagnostics.js";
import { tokensOf } from "../../diagnostics/pointer.js";
import type { Source } from "../source.js";
import { skipSpace, skipString, skipValue } from "./scan.js";

/**
 * Finds nodes in the text by scanning it when asked, so that a run without diagnostics never pays for positions, and no
 * farther than to what is asked for. The members on the way are remembered: a second question costs a few look-ups.
 * Where keys may be `repeated` the last one counts, as it does for `JSON.parse`, so objects are scanned to their ends.
 */
export function jsonLocator(text: string, repeated = true): Source["locate"] {
  const seen = new Map<number, Members>();
  const membersAt = (start: number): Members => {
    const members = seen.get(start) ?? membersOf(text, start, repeated);
    seen.set(start, members);
    return members;
  };
  return (pointer, at) => {
    const place = find(text, tokensOf(pointer), membersAt);
    return at === "key" && place.key !== undefined
      ? place.key
      : { start: place.start, end: place.isRoot ? text.trimEnd().length : skipValue(text, place.start) };
  };
}

interface Place {
  readonly isRoot?: true;
  /** Only a member of an object has a key. */
  readonly key?: Range;
  /** Where the value starts. */
  readonly start: number;
}
/** The member of a name, if there is one. */
type Members = (token: string) => Place | undefined;

function find(text: string, tokens: readonly string[], membersAt: (start: number) => Members): Place {
  let place: Place = { start: skipSpace(text, 0), isRoot: true };
  for (const token of tokens) {
    const next = membersAt(place.start)(token);
    if (next === undefined) return place;
    place = next;
  }
  return place;
}

/** Members as they are met, each read once. */
function membersOf(text: string, start: number, repeated: boolean): Members {
  const rest = scanMembers(text, start);
  const met = new Map<string, Place>();
  return (token) => {
    if (repeated) for (const [name, place] of rest) met.set(name, place);
    // A generator that is left by a loop is ended by it, so it is asked by hand.
    for (let next = met.has(token) ? undefined : rest.next(); next?.done === false; next = rest.next()) {
      const [name, place] = next.value;
      met.set(name, place);
      if (name === token) break;
    }
    return met.get(token);
  };
}

type Scan = Generator<readonly [name: string, place: Place], undefined>;

function* scanMembers(text: string, start: number): Scan {
  if (text[start] === "{") yield* scanObject(text, start);
  if (text[start] === "[") yield* scanArray(text, start);
}

function* scanObject(text: string, start: number): Scan {
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const key = { start: at, end: skipString(text, at) };
    const value = skipSpace(text, skipSpace(text, key.end) + 1);
    yield [nameOf(text.slice(key.start, key.end)), { key, start: value }];
    at = skipComma(text, skipValue(text, value));
  }
}

function* scanArray(text: string, start: number): Scan {
  let at = skipSpace(text, start + 1);
  for (let index = 0; text[at] !== "]"; index++) {
    yield [String(index), { start: at }];
    at = skipComma(text, skipValue(text, at));
  }
}

function skipComma(text: string, at: number): number {
  const next = skipSpace(text, at);
  return text[next] === "," ? skipSpace(text, next + 1) : next;
}

/** A string in JSON text, as what it stands for. */
function nameOf(quoted: string): string {
  return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}
