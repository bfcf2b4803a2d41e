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
