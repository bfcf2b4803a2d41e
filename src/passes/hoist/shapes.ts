import { byCodePoint } from "../../ir/order.js";
import type { TypeDecl, TypeId } from "../../ir/types.js";
import { isLeaf } from "../../ir/visit.js";
import type { Findings, Found } from "./find.js";
import { isLarge } from "./large.js";
import { ShapeNumbers } from "./numbers.js";
import type { Site } from "./place.js";

/**
 * The types given names, each by its place. Places of the same shape (structure and documentation) share one declaration:
 * the others are aliases of it, so that the names say the same whichever place the declaration stands at.
 */
export class Shapes {
  readonly #sites = new Map<TypeId, Found>();
  readonly #numbers = new ShapeNumbers();
  readonly #settled = new Map<TypeId, Site>();

  /** Takes what was found in one type or operation. */
  add({ named, here }: Findings): void {
    for (const it of named) {
      this.#sites.set(it.id, it);
      this.#numbers.add(it);
    }
    for (const { id, site } of here) {
      const known = this.#settled.get(id);
      if (known === undefined || byLength(site.id, known.id) < 0) this.#settled.set(id, site);
    }
  }

  /** The declarations with the names of the places at which they were found. */
  settled(declared: readonly TypeDecl[]): readonly TypeDecl[] {
    return declared.map((it) => {
      const site = it.owner === undefined ? this.#settled.get(it.id) : undefined;
      return site === undefined ? it : { ...it, owner: site.owner, nameHint: site.words };
    });
  }

  /** All of them; `declared` are the types that had names before. */
  declarations(declared: readonly TypeDecl[]): readonly TypeDecl[] {
    const sites = [...this.#sites.values()].toSorted((a, b) => rank(a) - rank(b) || byLength(a.id, b.id));
    const homes = new Map(this.#homesAmong(declared));
    for (const { id } of sites) if (!homes.has(this.#numbers.of(id))) homes.set(this.#numbers.of(id), id);
    return sites.map(({ id, owner, words, type, origin }): TypeDecl => {
      // What has no parts is no shape to share.
      const home = isLeaf(type) ? id : (homes.get(this.#numbers.of(id)) ?? id);
      return { id, owner, nameHint: words, type: home === id ? type : { kind: "ref", id: home }, origin, doc: {} };
    });
  }

  /** The schemas with names of their own that have the shape of an inline one. */
  #homesAmong(declared: readonly TypeDecl[]): ReadonlyMap<number, TypeId> {
    const homes = new Map<number, TypeId>();
    for (const { id, type } of declared) {
      const number = isLarge(type) ? this.#numbers.find(type) : undefined;
      if (number === undefined) continue;
      const known = homes.get(number);
      if (known === undefined || byLength(id, known) < 0) homes.set(number, id);
    }
    return homes;
  }
}

/** A schema does not depend on the operations that use it, so what stands in one is the home of what stands in both. */
const rank = ({ owner }: Site): number => (owner.kind === "type" ? 0 : 1);

/** The shorter comes first: it stands less deep, and belongs to what has the shorter name. */
const byLength = (a: TypeId, b: TypeId): number => a.length - b.length || byCodePoint(a, b);
