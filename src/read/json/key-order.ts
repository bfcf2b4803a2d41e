import type { Range } from "../../diagnostics/diagnostics.js";
import { isEscaped, isSpace } from "./scan.js";

/** A member of an object, by its key. */
export interface KnownMember {
  readonly key: Range;
  /** How many of the names lead to it. */
  readonly depth: number;
}

/**
 * The keys of a JSON text by their number. How many stand before a member is told by the value, so that it is found without
 * reading what stands before it.
 */
export class KeyOrder {
  readonly #text: string;
  /** The colon behind each key whose number is a multiple of `STEP`. */
  readonly #colons: readonly number[];
  readonly #root: Extent;

  private constructor(text: string, colons: readonly number[], root: Extent) {
    this.#text = text;
    this.#colons = colons;
    this.#root = root;
  }

  /**
   * Undefined where there seem to be other keys in the text than in `value`, which is what `JSON.parse` made of it: some stand twice in
   * one object, or a string looks like one.
   */
  static of(text: string, value: unknown): KeyOrder | undefined {
    const colons: number[] = [];
    let count = 0;
    for (let colon = nextKey(text, 0); colon >= 0; colon = nextKey(text, colon + 1))
      if (count++ % STEP === 0) colons.push(colon);
    const root = extentOf(value, LEVELS);
    return root.keys === count ? new KeyOrder(text, colons, root) : undefined;
  }

  /** The last member that is known on a way down from the root; undefined where not even the first is. */
  find(names: readonly string[]): KnownMember | undefined {
    let [number, depth, extent] = [-1, 0, this.#root];
    for (const name of names) {
      const member = extent.members?.get(name);
      if (extent.members === undefined || member === undefined) break;
      number += 1 + keysBefore(name, extent.members);
      extent = member;
      depth++;
    }
    return depth === 0 ? undefined : { key: this.#key(number), depth };
  }

  #key(number: number): Range {
    let colon = this.#colons[Math.floor(number / STEP)] ?? 0;
    for (let rest = number % STEP; rest > 0; rest--) colon = nextKey(this.#text, colon + 1);
    const end = endBefore(this.#text, colon);
    let start = this.#text.lastIndexOf('"', end - 2);
    while (isEscaped(this.#text, start)) start = this.#text.lastIndexOf('"', start - 1);
    return { start, end };
  }
}

const STEP = 256;

/** How deep members are told apart: `/components/schemas/User`. */
const LEVELS = 3;

/** An object that has no more keys than this in it is read as fast as its members are told apart. */
const FEW = 500;

/** The colon behind the next key, which is one behind a quote; so it is in some strings too. -1 where there is none. */
function nextKey(text: string, at: number): number {
  for (let colon = text.indexOf(":", at); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    const quote = endBefore(text, colon) - 1;
    if (text.charCodeAt(quote) === QUOTE && !isEscaped(text, quote)) return colon;
  }
  return -1;
}

/** The offset behind what stands before `at`, but for space. */
function endBefore(text: string, at: number): number {
  while (isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

const QUOTE = 0x22;

/** What a value has in it. */
interface Extent {
  /** How many keys, at any depth. */
  readonly keys: number;
  /** Those of a large object, in the order of the text. */
  readonly members?: ReadonlyMap<string, Extent>;
}

function extentOf(value: unknown, levels: number): Extent {
  if (!isContainer(value)) return NOTHING;
  if (levels === 0 || Array.isArray(value)) return { keys: keysOf(value) };
  const members = new Map<string, Extent>();
  let keys = 0;
  for (const key in value) {
    const member = extentOf(memberOf(value, key), levels - 1);
    keys += 1 + member.keys;
    members.set(key, member);
  }
  return keys > FEW && isInOrder(members) ? { keys, members } : { keys };
}

const NOTHING: Extent = { keys: 0 };

/** A key that is a number comes before all that are none, wherever it was written. */
function isInOrder(members: ReadonlyMap<string, Extent>): boolean {
  const [first = ""] = members.keys();
  return !/^\d+$/.test(first);
}

function keysBefore(name: string, members: ReadonlyMap<string, Extent>): number {
  let count = 0;
  for (const [other, { keys }] of members) {
    if (other === name) break;
    count += 1 + keys;
  }
  return count;
}

function keysOf(root: object): number {
  let count = 0;
  const open: object[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (Array.isArray(node)) {
      for (const item of node) if (isContainer(item)) open.push(item);
      continue;
    }
    // What was parsed has no prototype but the plain one, which has nothing to enumerate.
    for (const key in node) {
      count++;
      const member = memberOf(node, key);
      if (isContainer(member)) open.push(member);
    }
  }
  return count;
}

/** An own key of an object, and what it holds is unknown. */
const memberOf = (object: object, key: string): unknown => (object as Readonly<Record<string, unknown>>)[key];

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;
