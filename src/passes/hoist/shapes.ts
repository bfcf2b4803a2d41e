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
    const homes = this.#homes(declared);
    return [...this.#sites.values()].map(({ id, owner, words, type, origin }): TypeDecl => {
      // What has no parts is no shape to share.
      const home = isLeaf(type) ? id : (homes.get(this.#numbers.of(id))?.id ?? id);
      return { id, owner, nameHint: words, type: home === id ? type : { kind: "ref", id: home }, origin, doc: {} };
    });
  }

  /** Where each shape is written down. */
  #homes(declared: readonly TypeDecl[]): ReadonlyMap<number, Home> {
    const homes = new Map<number, Home>();
    const offer = (number: number, home: Home): void => {
      const known = homes.get(number);
      if (known === undefined || isBefore(home, known)) homes.set(number, home);
    };
    for (const { id, type } of declared) {
      const number = isLarge(type) ? this.#numbers.find(type) : undefined;
      if (number !== undefined) offer(number, { id, rank: 0 });
    }
    for (const { id, owner } of this.#sites.values())
      offer(this.#numbers.of(id), { id, rank: owner.kind === "type" ? 1 : 2 });
    return homes;
  }
}

/** A type that a shape may be written down at. */
interface Home {
  readonly id: TypeId;
  /** A schema with a name of its own comes first; one does not depend on the operations that use it, so what stands in one comes next. */
  readonly rank: number;
}

const isBefore = (a: Home, b: Home): boolean => (a.rank - b.rank || byLength(a.id, b.id)) < 0;

/** The shorter comes first: it stands less deep, and belongs to what has the shorter name. */
const byLength = (a: TypeId, b: TypeId): number => a.length - b.length || byCodePoint(a, b);
