import type { Range } from "../../diagnostics/diagnostics.js";
import { tokensOf } from "../../diagnostics/pointer.js";
import type { Source } from "../source.js";
import { skipSpace, skipString, skipValue } from "./scan.js";

/**
 * Finds nodes in the text by scanning it when asked, so that a run without diagnostics never pays for positions.
 * The members of each container on the way are remembered: a second question costs a few look-ups.
 */
export function jsonLocator(text: string): Source["locate"] {
  const seen = new Map<number, Members>();
  const membersAt = (start: number): Members => {
    const members = seen.get(start) ?? scanMembers(text, start);
    seen.set(start, members);
    return members;
  };
  return (pointer, at) => {
    const place = find(text, tokensOf(pointer), membersAt);
    return at === "key" ? (place.key ?? place.value) : place.value;
  };
}

interface Place {
  /** Only a member of an object has a key. */
  readonly key?: Range;
  readonly value: Range;
}
type Members = ReadonlyMap<string, Place>;

function find(text: string, tokens: readonly string[], membersAt: (start: number) => Members): Place {
  const start = skipSpace(text, 0);
  let place: Place = { value: { start, end: text.trimEnd().length } };
  for (const token of tokens) {
    const next = membersAt(place.value.start).get(token);
    if (next === undefined) return place;
    place = next;
  }
  return place;
}

function scanMembers(text: string, start: number): Members {
  if (text[start] === "{") return scanObject(text, start);
  return text[start] === "[" ? scanArray(text, start) : new Map();
}

/** Of members with the same name the last one counts, as it does for `JSON.parse`. */
function scanObject(text: string, start: number): Members {
  const members = new Map<string, Place>();
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const key = { start: at, end: skipString(text, at) };
    const value = valueAt(text, skipSpace(text, key.end) + 1);
    members.set(nameOf(text.slice(key.start, key.end)), { key, value });
    at = skipComma(text, value.end);
  }
  return members;
}

function scanArray(text: string, start: number): Members {
  const members = new Map<string, Place>();
  let at = skipSpace(text, start + 1);
  while (text[at] !== "]") {
    const value = valueAt(text, at);
    members.set(String(members.size), { value });
    at = skipComma(text, value.end);
  }
  return members;
}

function valueAt(text: string, at: number): Range {
  const start = skipSpace(text, at);
  return { start, end: skipValue(text, start) };
}

function skipComma(text: string, at: number): number {
  const next = skipSpace(text, at);
  return text[next] === "," ? skipSpace(text, next + 1) : next;
}

/** A string in JSON text, as what it stands for. */
function nameOf(quoted: string): string {
  return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}
