import { append, unescapeToken } from "../diagnostics/pointer.js";
import type { Origin } from "../diagnostics/origin.js";
import { type Around, Cursor } from "./cursor.js";
import type { Keywords } from "./keywords.js";

/** What a part of a document may ask of the rest, by JSON Pointers into the document. */
export type Outside = {
  /** The pointer of what a reference names. */
  readonly pointerOf: (reference: string) => string | undefined;
  readonly valueAt: (pointer: string) => unknown;
  readonly isObjectAt: (pointer: string) => boolean;
  /** Where it was written, in one word. */
  readonly placeAt: (pointer: string) => string | undefined;
};

/** The node at each pointer, found once. */
export function finderIn(root: Cursor): (pointer: string) => Cursor | undefined {
  const found = new Map<string, Cursor | undefined>([["", root]]);
  const find = (pointer: string): Cursor | undefined => {
    if (found.has(pointer)) return found.get(pointer);
    const end = pointer.lastIndexOf("/");
    const node = find(pointer.slice(0, end))?.get(unescapeToken(pointer.slice(end + 1)));
    found.set(pointer, node);
    return node;
  };
  return find;
}

export const outsideOf = (root: Cursor, nodeAt: (pointer: string) => Cursor | undefined): Outside => ({
  pointerOf: (reference) => root.resolve(reference)?.pointer,
  valueAt: (pointer) => nodeAt(pointer)?.value,
  isObjectAt: (pointer) => nodeAt(pointer)?.isObject ?? false,
  placeAt: (pointer) => placeOf(nodeAt(pointer)),
});

export const placeOf = (node: Cursor | undefined): string | undefined =>
  node && `${node.origin.source} ${node.origin.pointer}`;

/** The node as one that asks for all that it is told of nodes outside of itself, to which references lead. */
export const asking = (node: Cursor, outside: Outside): Cursor =>
  node.within((value, graph, holder, key) => new Cursor(value, new Asking(graph, outside), holder, key));

class Asking implements Around {
  readonly #graph: Around;
  readonly #outside: Outside;

  constructor(graph: Around, outside: Outside) {
    this.#graph = graph;
    this.#outside = outside;
  }

  originOf(value: unknown, holder: Cursor | undefined, key: string | number): Origin {
    return this.#graph.originOf(value, holder, key);
  }

  resolve(reference: string): Cursor | undefined {
    this.#outside.pointerOf(reference);
    return this.#graph
      .resolve(reference)
      ?.within((value, _, holder, key) => new OutsideNode(this.#outside, value, this, holder, key));
  }
}

/** A node of which each member that is looked at is asked for; what stands below one belongs to its value. */
class OutsideNode extends Cursor {
  readonly #outside: Outside;

  constructor(outside: Outside, value: unknown, graph: Around, holder: Cursor | undefined, key: string | number) {
    super(value, graph, holder, key);
    this.#outside = outside;
  }

  override get value(): unknown {
    this.#outside.valueAt(this.pointer);
    this.#outside.placeAt(this.pointer);
    return super.value;
  }

  override get origin(): Origin {
    this.#outside.placeAt(this.pointer);
    return super.origin;
  }

  override get isObject(): boolean {
    return this.#outside.isObjectAt(this.pointer);
  }

  override get(key: string | number): Cursor | undefined {
    const member = super.get(this.#seen(key));
    if (member !== undefined) this.#outside.placeAt(member.pointer);
    return member;
  }

  override has(key: string): boolean {
    return super.has(this.#seen(key));
  }

  override hasAny({ names }: Keywords): boolean {
    return names.some((it) => this.has(it));
  }

  override hasItems(key: string): boolean {
    return super.hasItems(this.#seen(key));
  }

  override text(key: string): string | undefined {
    return super.text(this.#seen(key));
  }

  override flag(key: string): boolean | undefined {
    return super.flag(this.#seen(key));
  }

  override number(key: string): number | undefined {
    return super.number(this.#seen(key));
  }

  override texts(key: string): readonly string[] {
    return super.texts(this.#seen(key));
  }

  #seen<K extends string | number>(key: K): K {
    this.#outside.valueAt(append(this.pointer, key));
    return key;
  }
}
