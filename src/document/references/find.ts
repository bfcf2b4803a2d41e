import type { Asked, Library } from "../library.js";
import { type Address, addressOf, resolveUri } from "./address.js";
import type { Resources } from "./resources.js";
import { memberOf, pureReference, type Spot, textAt } from "./spot.js";

/** Follows references, and opens the files that they lead to. */
export class Finder {
  readonly #library: Library;
  readonly #resources: Resources;

  constructor(library: Library, resources: Resources) {
    this.#library = library;
    this.#resources = resources;
  }

  /**
   * What a reference that stands in `from` names. A chain of references is followed to its end, unless `isEnd` says that
   * it ends before. Undefined where nothing is.
   */
  async find(from: Spot, asked: Asked, isEnd: (spot: Spot) => boolean): Promise<Spot | undefined> {
    return this.#follow(from, asked, isEnd, new Set());
  }

  async #follow(
    from: Spot,
    asked: Asked,
    isEnd: (spot: Spot) => boolean,
    seen: Set<string>,
  ): Promise<Spot | undefined> {
    const step = `${from.base} ${asked.reference}`;
    const address = addressOf(asked.reference, from.base);
    if (address === undefined || seen.has(step)) return undefined;
    seen.add(step);
    const file = await this.#open(address, from, asked);
    const spot = file && (await this.#within(file, address, seen));
    const next = spot === undefined || isEnd(spot) ? undefined : pureReference(spot.node);
    if (spot === undefined || next === undefined) return spot;
    // A chain that breaks off or goes round ends where it stands: there its mistake is found and shown.
    return (await this.#follow(spot, this.#asks(spot, next), isEnd, seen)) ?? spot;
  }

  /** By its own URI, else from where the source was read: files with an `$id` of a web address refer to each other on disk. */
  async #open({ file }: Address, from: Spot, asked: Asked): Promise<Spot | undefined> {
    const known = this.#resources.byUri(file);
    if (known !== undefined) return known;
    const retrieved = resolveUri(asked.reference, this.#library.addressOf(from.source)) ?? file;
    const source = await this.#library.open(retrieved, asked);
    return source && this.#resources.addSource(source, this.#library.addressOf(source));
  }

  async #within(file: Spot, { fragment }: Address, seen: Set<string>): Promise<Spot | undefined> {
    if (fragment.kind === "anchor") return this.#resources.anchor(file.base, fragment.name);
    let at: Spot | undefined = file;
    for (const token of fragment.tokens) {
      let member: Spot | undefined = memberOf(at, token);
      // A pointer that leads through a reference means what the reference names.
      const through: string | undefined = member === undefined ? textAt(at.node, "$ref") : undefined;
      if (through !== undefined) {
        const target: Spot | undefined = await this.#follow(at, this.#asks(at, through), () => false, new Set(seen));
        member = target && memberOf(target, token);
      }
      if (member === undefined) return undefined;
      at = member;
    }
    return at;
  }

  #asks({ source, pointer }: Spot, reference: string): Asked {
    return { reference, origin: { source: source.index, pointer: `${pointer}/$ref` } };
  }
}
