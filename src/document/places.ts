import type { Origin } from "../diagnostics/origin.js";
import { append } from "../diagnostics/pointer.js";

/**
 * Where nodes were written, kept only for those that an upgrade moved or a join took from another source: the place of
 * every other node follows from the place of the node that holds it.
 */
export class Places {
  readonly #nodes = new Map<object, Origin>();
  /** Members that are no objects have no identity of their own. */
  readonly #members = new Map<object, Map<string, Origin>>();

  /** Remembers that `node` was written at `origin`. */
  put(node: object, origin: Origin): void {
    this.#nodes.set(node, origin);
  }

  /** Remembers that the member `key` of `holder` was written at `origin`. */
  putMember(holder: object, key: string, value: unknown, origin: Origin): void {
    if (typeof value === "object" && value !== null) return this.put(value, origin);
    const members = this.#members.get(holder) ?? new Map<string, Origin>();
    this.#members.set(holder, members.set(key, origin));
  }

  /** Lets `copy`, which stands where `node` stood, have all that is known of `node`. */
  inherit(node: object, copy: object): void {
    const origin = this.#nodes.get(node);
    if (origin !== undefined && !this.#nodes.has(copy)) this.#nodes.set(copy, origin);
    const members = this.#members.get(node);
    if (members !== undefined) this.#members.set(copy, new Map(members));
  }

  /** Whether as much is known of one node here as is of another there. */
  isAlike(node: object, there: Places, other: object): boolean {
    const [members, others] = [this.#members.get(node), there.#members.get(other)];
    if (!isSame(this.#nodes.get(node), there.#nodes.get(other)) || members?.size !== others?.size) return false;
    return [...(members ?? [])].every(([key, it]) => isSame(it, others?.get(key)));
  }

  /** Whether something else is known of a node here than there. */
  contradicts(there: Places): boolean {
    const known = (node: object): boolean => there.#nodes.has(node) || there.#members.has(node);
    const nodes = [...this.#nodes.keys(), ...this.#members.keys()];
    return nodes.some((it) => known(it) && !this.isAlike(it, there, it));
  }

  of(node: object): Origin | undefined {
    return this.#nodes.get(node);
  }

  ofMember(holder: object, holderOrigin: Origin, key: string | number, value: unknown): Origin {
    const known =
      typeof value === "object" && value !== null
        ? this.#nodes.get(value)
        : this.#members.get(holder)?.get(String(key));
    return known ?? { source: holderOrigin.source, pointer: append(holderOrigin.pointer, key) };
  }
}

const isSame = (a: Origin | undefined, b: Origin | undefined): boolean =>
  a?.source === b?.source && a?.pointer === b?.pointer;
