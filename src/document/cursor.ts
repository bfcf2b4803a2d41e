import type { Origin } from "../diagnostics/origin.js";
import { append, tokensOf, unescapeToken } from "../diagnostics/pointer.js";
import { bitOf, bitsOf, type KeyBits, type Keywords } from "./keywords.js";
import type { Places } from "./places.js";
import { decoded } from "./references/address.js";
import { isContainer, isObject } from "./values.js";

/**
 * A node of the joined document, with the place where its author wrote it.
 *
 * The way down is typed by what is asked for (`text`, `flag`, `items`): a value of another type counts as absent, so a
 * reader never needs a cast.
 */
export class Cursor {
  readonly #value: unknown;
  readonly #graph: Around;
  readonly #holder: Cursor | undefined;
  readonly #key: string | number;
  #origin: Origin | undefined;
  #pointer: string | undefined;
  /** Of the keys of an object; found when it is asked for the first. */
  #keys: KeyBits | undefined;

  /** The node that is at `key` of its holder; the root of the document without one. */
  constructor(value: unknown, graph: Around, holder?: Cursor, key: string | number = "") {
    this.#value = value;
    this.#graph = graph;
    this.#holder = holder;
    this.#key = key;
  }

  get value(): unknown {
    return this.#value;
  }

  /** Where its author wrote it. Found when asked, as most nodes never are. */
  get origin(): Origin {
    this.#origin ??= this.#graph.originOf(this.#value, this.#holder, this.#key);
    return this.#origin;
  }

  /** JSON Pointer in the joined, upgraded document: the node's identity, whoever wrote it. */
  get pointer(): string {
    this.#pointer ??= this.#holder === undefined ? "" : append(this.#holder.pointer, this.#key);
    return this.#pointer;
  }

  get(key: string | number): Cursor | undefined {
    const value = this.#raw(key);
    return value === undefined ? undefined : this.#child(key, value);
  }

  has(key: string): boolean {
    return this.#raw(key) !== undefined;
  }

  hasAny({ names, bits }: Keywords): boolean {
    const keys = this.#bits;
    if ((keys & bits) === 0) return false;
    // A closure would be made for each of the very many that are asked.
    for (const it of names) if ((keys & bitOf(it)) !== 0 && memberOf(this.#value, it) !== undefined) return true;
    return false;
  }

  /** Whether there is an array at `key`. */
  hasItems(key: string): boolean {
    return Array.isArray(this.#raw(key));
  }

  text(key: string): string | undefined {
    const value = this.#raw(key);
    return typeof value === "string" ? value : undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.#raw(key);
    return typeof value === "boolean" ? value : undefined;
  }

  number(key: string): number | undefined {
    const value = this.#raw(key);
    return typeof value === "number" ? value : undefined;
  }

  /** The texts in the array at `key`. */
  texts(key: string): readonly string[] {
    const value = this.#raw(key);
    return Array.isArray(value) ? value.filter((it): it is string => typeof it === "string") : NOTHING;
  }

  /** The elements of the array at `key`; of this node itself without a key. */
  items(key?: string): readonly Cursor[] {
    const node = key === undefined ? this : this.get(key);
    return Array.isArray(node?.value) ? node.value.map((it, i) => node.#child(i, it)) : NOTHING;
  }

  /** The members of the object at `key`, in the author's order; of this node itself without a key. */
  entries(key?: string): readonly (readonly [string, Cursor])[] {
    const node = key === undefined ? this : this.get(key);
    const members = node?.value;
    if (node === undefined || !isObject(members)) return NOTHING;
    return Object.keys(members).map((name) => [name, node.#child(name, members[name])] as const);
  }

  /** The names of the members of this node. */
  get keys(): readonly string[] {
    return isObject(this.value) ? Object.keys(this.value) : NOTHING;
  }

  get isObject(): boolean {
    return isObject(this.value);
  }

  /** What a reference (`#/components/schemas/x`) names, or undefined when nothing is there. */
  resolve(reference: string): Cursor | undefined {
    return this.#graph.resolve(reference);
  }

  /** The same node as `make` makes it anew. */
  within<T>(make: (value: unknown, graph: Around, holder: Cursor | undefined, key: string | number) => T): T {
    return make(this.#value, this.#graph, this.#holder, this.#key);
  }

  #raw(key: string | number): unknown {
    if (typeof key === "string" && (this.#bits & bitOf(key)) === 0) return undefined;
    return memberOf(this.#value, key);
  }

  get #bits(): KeyBits {
    return (this.#keys ??= isContainer(this.#value) ? bitsOf(this.#value) : 0);
  }

  #child(key: string | number, value: unknown): Cursor {
    return new Cursor(value, this.#graph, this, key);
  }
}

/** What a value has at a key. */
function memberOf(value: unknown, key: string | number): unknown {
  if (!isContainer(value)) return undefined;
  // A key of an array or object: reading it is safe, and what it holds is unknown.
  const member = (value as Readonly<Record<string | number, unknown>>)[key];
  // Nothing else is inherited: no value is a function, and to ask of each whose it is takes longer than to read it.
  const isDoubtful = typeof member === "function" || key === "__proto__";
  return isDoubtful && !Object.hasOwn(value, key) ? undefined : member;
}

/** Made once for all the many that have none. */
const NOTHING: readonly never[] = [];

/** What a node knows of the document that it is in. */
export interface Around {
  /** Where the node was written that is at `key` of its holder; the root without one. */
  originOf(value: unknown, holder: Cursor | undefined, key: string | number): Origin;
  resolve(reference: string): Cursor | undefined;
}

/** What the nodes of one document share: where moved nodes came from, and what references name. */
export class Graph implements Around {
  readonly root: Cursor;
  readonly #places: Places;
  readonly #resolved = new Map<string, Cursor | undefined>();
  /** What holds the nodes that references name, by pointer: few hold many. */
  readonly #holders = new Map<string, Cursor | undefined>();

  constructor(root: unknown, places: Places) {
    this.#places = places;
    this.root = new Cursor(root, this);
  }

  originOf(value: unknown, holder: Cursor | undefined, key: string | number): Origin {
    if (holder === undefined)
      return (isContainer(value) ? this.#places.of(value) : undefined) ?? { source: 0, pointer: "" };
    // A cursor has members only where its value is a container.
    return this.#places.ofMember(holder.value as object, holder.origin, key, value);
  }

  resolve(reference: string): Cursor | undefined {
    const known = this.#resolved.get(reference);
    if (known !== undefined || this.#resolved.has(reference)) return known;
    const found = this.#find(reference);
    this.#resolved.set(reference, found);
    return found;
  }

  #find(reference: string): Cursor | undefined {
    const pointer = pointerOf(reference);
    if (pointer === undefined || pointer === "") return pointer === "" ? this.root : undefined;
    const end = pointer.lastIndexOf("/");
    return this.#holderAt(pointer.slice(0, end))?.get(unescapeToken(pointer.slice(end + 1)));
  }

  #holderAt(pointer: string): Cursor | undefined {
    if (!this.#holders.has(pointer)) {
      const found = tokensOf(pointer).reduce<Cursor | undefined>((node, token) => node?.get(token), this.root);
      this.#holders.set(pointer, found);
    }
    return this.#holders.get(pointer);
  }
}

/** The pointer in a reference within this document; a reference to a file or to an anchor has none. */
function pointerOf(reference: string): string | undefined {
  if (reference === "#") return "";
  return reference.startsWith("#/") ? decoded(reference.slice(1)) : undefined;
}

export { isObject } from "./values.js";
