import type { Source } from "../../read/source.js";
import { type Cursor, Graph } from "../cursor.js";
import type { Fact } from "../join/fact.js";
import type { Places } from "../places.js";
import { edited, isContainer, isObject, setMember } from "../values.js";

/** The keys on the way from the root of a description to a node. */
export type Location = readonly (string | number)[];

/** A description that is being changed. The given one stays as it is: what changes is copied first, once. */
export class Draft {
  readonly #places: Places;
  readonly #own = new Set<unknown>();
  #root: unknown;

  constructor({ index, value }: Source, places: Places) {
    this.#places = places;
    this.#root = value;
    if (isContainer(value) && places.of(value) === undefined) places.put(value, { source: index, pointer: "" });
  }

  get value(): unknown {
    return this.#root;
  }

  /** The node at a location; undefined where none is. */
  at(location: Location): Cursor | undefined {
    return location.reduce<Cursor | undefined>((node, key) => node?.get(key), new Graph(this.#root, this.#places).root);
  }

  /** Puts something in the place of a node, or where there is none yet; its holder must be there. */
  set(location: Location, { value, origin }: Fact): void {
    const key = location.at(-1);
    if (key === undefined) {
      this.#root = value;
      return;
    }
    const holder = this.#owned(location.slice(0, -1));
    setMember(holder, String(key), value);
    this.#places.putMember(holder, String(key), value, origin);
  }

  /** Takes a node out of what holds it; the root stays. */
  remove(location: Location): void {
    const key = location.at(-1);
    if (key === undefined) return;
    const holder = this.#owned(location.slice(0, -1));
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }

  /** The container at a location, as a copy that may be changed. */
  #owned(location: Location): Record<string, unknown> {
    const node = this.at(location);
    if (node === undefined || !isContainer(node.value)) throw new Error(`No container at ${location.join("/")}.`);
    // A list takes its keys as texts, too.
    if (this.#own.has(node.value)) return node.value as Record<string, unknown>;
    const copy: object = isObject(node.value) ? edited(node.value, {}) : this.#copyOfList(node);
    this.#places.inherit(node.value, copy);
    this.#places.put(copy, node.origin);
    this.#own.add(copy);
    const key = location.at(-1);
    if (key === undefined) this.#root = copy;
    else setMember(this.#owned(location.slice(0, -1)), String(key), copy);
    return copy as Record<string, unknown>;
  }

  /** Items change their numbers, so each is told where it was written. */
  #copyOfList(list: Cursor): object {
    const items = list.items();
    for (const { value, origin } of items) if (isContainer(value)) this.#places.put(value, origin);
    return items.map((it) => it.value);
  }
}
