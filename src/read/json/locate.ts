import type { Range } from "../../diagnostics/diagnostics.js";
import { tokensOf } from "../../diagnostics/pointer.js";
import type { Source } from "../source.js";
import type { KeyOrder, KnownMember } from "./key-order.js";
import { isOpening, skipOut, skipSpace, skipString, skipValue } from "./scan.js";

/**
 * Finds nodes in the text by scanning it when asked, so that a run without diagnostics never pays for positions, and no
 * farther than to what is asked for. The members on the way are remembered: a second question costs a few look-ups.
 * Where keys may be `repeated` the last one counts, as it does for `JSON.parse`, so objects are scanned to their ends. With the
 * `order` of the keys only what is near to a node is scanned.
 */
export function jsonLocator(text: string, repeated = true, order?: KeyOrder): Source["locate"] {
  const seen = new Map<number, Members>();
  /** The offset behind a value; one that members were read of is gone on with where that stopped. */
  const endOf: EndOf = (start) => seen.get(start)?.end() ?? skipValue(text, start);
  const membersAt = (start: number): Members | undefined => {
    if (!isOpening(text[start])) return undefined;
    const members = seen.get(start) ?? membersOf(text, start, repeated, endOf);
    seen.set(start, members);
    return members;
  };
  return (pointer, at) => {
    const tokens = tokensOf(pointer);
    const known = order?.find(tokens);
    const place = find(nearest(text, known), tokens.slice(known?.depth), membersAt);
    return at === "key" && place.key !== undefined
      ? place.key
      : { start: place.start, end: place.isRoot ? text.trimEnd().length : endOf(place.start) };
  };
}

type EndOf = (start: number) => number;

interface Place {
  readonly isRoot?: true;
  /** Only a member of an object has a key. */
  readonly key?: Range;
  /** Where the value starts. */
  readonly start: number;
}
/** The members of a container, read as far as they were asked for. */
interface Members {
  /** The member of a name, if there is one. */
  get(token: string): Place | undefined;
  /** The offset behind the container. */
  end(): number;
}

/** Where the way down begins: the root, or a member that is known. */
const nearest = (text: string, known: KnownMember | undefined): Place =>
  known === undefined
    ? { start: skipSpace(text, 0), isRoot: true }
    : { key: known.key, start: behindColon(text, known.key) };

function find(from: Place, tokens: readonly string[], membersAt: (start: number) => Members | undefined): Place {
  let place = from;
  for (const token of tokens) {
    const next = membersAt(place.start)?.get(token);
    if (next === undefined) return place;
    place = next;
  }
  return place;
}

/** Members as they are met, each read once. */
function membersOf(text: string, start: number, repeated: boolean, endOf: EndOf): Members {
  const rest = text[start] === "{" ? scanObject(text, start, endOf) : scanArray(text, start, endOf);
  const met = new Map<string, Place>();
  let last: Place | undefined;
  const meet = (): string | undefined => {
    const next = rest.next();
    if (next.done === true) return undefined;
    const [name, place] = next.value;
    met.set(name, place);
    last = place;
    return name;
  };
  return {
    get(token) {
      let name = repeated || !met.has(token) ? meet() : token;
      while (name !== undefined && (repeated || name !== token)) name = meet();
      return met.get(token);
    },
    end: () => skipOut(text, last === undefined ? start + 1 : endOf(last.start)),
  };
}

type Scan = Generator<readonly [name: string, place: Place], undefined>;

function* scanObject(text: string, start: number, endOf: EndOf): Scan {
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const key = { start: at, end: skipString(text, at) };
    const value = behindColon(text, key);
    yield [nameOf(text.slice(key.start, key.end)), { key, start: value }];
    at = skipComma(text, endOf(value));
  }
}

const behindColon = (text: string, key: Range): number => skipSpace(text, skipSpace(text, key.end) + 1);

function* scanArray(text: string, start: number, endOf: EndOf): Scan {
  let at = skipSpace(text, start + 1);
  for (let index = 0; text[at] !== "]"; index++) {
    yield [String(index), { start: at }];
    at = skipComma(text, endOf(at));
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
