import type { Origin } from "../diagnostics/origin.js";
import { append, tokensOf } from "../diagnostics/pointer.js";
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
  readonly #step: Step | undefined;
  #origin: Origin | undefined;
  #pointer: string | undefined;

  /** The node that `step` leads to; the root of the document without one. */
  constructor(value: unknown, graph: Around, step?: Step) {
    this.#value = value;
    this.#graph = graph;
    this.#step = step;
  }

  get value(): unknown {
    return this.#value;
  }

  /** Where its author wrote it. Found when asked, as most nodes never are. */
  get origin(): Origin {
    this.#origin ??= this.#graph.originOf(this.#value, this.#step);
    return this.#origin;
  }

  /** JSON Pointer in the joined, upgraded document: the node's identity, whoever wrote it. */
  get pointer(): string {
    this.#pointer ??= this.#step === undefined ? "" : append(this.#step.holder.pointer, this.#step.key);
    return this.#pointer;
  }

  get(key: string | number): Cursor | undefined {
    const value = this.#raw(key);
    return value === undefined ? undefined : this.#child(key, value);
  }

  has(key: string): boolean {
    return this.#raw(key) !== undefined;
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
    return node !== undefined && isObject(node.value)
      ? Object.entries(node.value).map(([name, it]) => [name, node.#child(name, it)] as const)
      : NOTHING;
  }

  get isObject(): boolean {
    return isObject(this.value);
  }

  /** What a reference (`#/components/schemas/x`) names, or undefined when nothing is there. */
  resolve(reference: string): Cursor | undefined {
    return this.#graph.resolve(reference);
  }

  /** The same node as `make` makes it anew. */
  within<T>(make: (value: unknown, graph: Around, step: Step | undefined) => T): T {
    return make(this.#value, this.#graph, this.#step);
  }

  #raw(key: string | number): unknown {
    if (!isContainer(this.#value)) return undefined;
    // A key of an array or object: reading it is safe, and what it holds is unknown.
    const value = (this.#value as Readonly<Record<string | number, unknown>>)[key];
    // Nearly all keys that are asked for are not there, and to look for one is faster than to ask whether it is an own one.
    return value !== undefined && Object.hasOwn(this.#value, key) ? value : undefined;
  }

  #child(key: string | number, value: unknown): Cursor {
    return new Cursor(value, this.#graph, { holder: this, key });
  }
}

/** Made once for all the many that have none. */
const NOTHING: readonly never[] = [];

/** The way from one node to the next. */
export interface Step {
  readonly holder: Cursor;
  readonly key: string | number;
}

/** What a node knows of the document that it is in. */
export interface Around {
  /** Where a node was written, that `step` leads to. */
  originOf(value: unknown, step: Step | undefined): Origin;
  resolve(reference: string): Cursor | undefined;
}

/** What the nodes of one document share: where moved nodes came from, and what references name. */
export class Graph implements Around {
  readonly root: Cursor;
  readonly #places: Places;
  readonly #resolved = new Map<string, Cursor | undefined>();

  constructor(root: unknown, places: Places) {
    this.#places = places;
    this.root = new Cursor(root, this);
  }

  originOf(value: unknown, step: Step | undefined): Origin {
    if (step === undefined)
      return (isContainer(value) ? this.#places.of(value) : undefined) ?? { source: 0, pointer: "" };
    // A cursor has members only where its value is a container.
    return this.#places.ofMember(step.holder.value as object, step.holder.origin, step.key, value);
  }

  resolve(reference: string): Cursor | undefined {
    if (!this.#resolved.has(reference)) this.#resolved.set(reference, this.#find(reference));
    return this.#resolved.get(reference);
  }

  #find(reference: string): Cursor | undefined {
    const pointer = pointerOf(reference);
    if (pointer === undefined) return undefined;
    return tokensOf(pointer).reduce<Cursor | undefined>((node, token) => node?.get(token), this.root);
  }
}

/** The pointer in a reference within this document; a reference to a file or to an anchor has none. */
function pointerOf(reference: string): string | undefined {
  if (reference === "#") return "";
  return reference.startsWith("#/") ? decoded(reference.slice(1)) : undefined;
}

export { isObject } from "./values.js";
