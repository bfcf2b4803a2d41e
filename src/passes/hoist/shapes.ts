import { byCodePoint } from "../../ir/order.js";
import type { Type, TypeDecl, TypeId } from "../../ir/types.js";
import { isLeaf } from "../../ir/visit.js";
import { type Findings, type Found, type Shape, shapeOf } from "./find.js";
import { isLarge } from "./large.js";
import type { Site } from "./place.js";

/**
 * The types given names, each by its place. Places of the same shape (structure and documentation) share one declaration:
 * the others are aliases of it, so that the names say the same whichever place the declaration stands at.
 */
export class Shapes {
  readonly #sites = new Map<TypeId, Found>();
  readonly #numbers = new Map<TypeId, number>();
  readonly #shapes = new Map<string, number>();
  readonly #settled = new Map<TypeId, Site>();

  /** Takes what was found in one type or operation. */
  add({ named, here }: Findings): void {
    for (const it of named) {
      this.#sites.set(it.id, it);
      this.#numbers.set(it.id, this.#numberOf(it));
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
    const numberOf = (id: TypeId): number => this.#numbers.get(id) ?? -1;
    for (const { id } of sites) if (!homes.has(numberOf(id))) homes.set(numberOf(id), id);
    return sites.map(({ id, owner, words, type, origin }): TypeDecl => {
      // What has no parts is no shape to share.
      const home = isLeaf(type) ? id : (homes.get(numberOf(id)) ?? id);
      return { id, owner, nameHint: words, type: home === id ? type : { kind: "ref", id: home }, origin, doc: {} };
    });
  }

  /** The schemas with names of their own that have the shape of an inline one. */
  #homesAmong(declared: readonly TypeDecl[]): ReadonlyMap<number, TypeId> {
    const outlines = new Set([...this.#sites.values()].map((it) => outline(it.type)));
    // Keys are long: most schemas are not alike at first sight already.
    const alike = declared.filter(({ type }) => isLarge(type) && outlines.has(outline(type)));
    return new Map(
      alike
        .toSorted((a, b) => byLength(b.id, a.id))
        .flatMap(({ id, type }) => {
          const shape = this.#shapes.get(this.#keyOf(shapeOf(type, (it) => this.#sites.has(it))));
          return shape === undefined ? [] : [[shape, id] as const];
        }),
    );
  }

  #numberOf(shape: Shape): number {
    const key = this.#keyOf(shape);
    const number = this.#shapes.get(key) ?? this.#shapes.size;
    this.#shapes.set(key, number);
    return number;
  }

  /** What is declared inside counts by its own shape. */
  #keyOf({ text, inner }: Shape): string {
    return `${text} ${inner.map((it) => this.#numbers.get(it)).join()}`;
  }
}

/** A schema does not depend on the operations that use it, so what stands in one is the home of what stands in both. */
const rank = ({ owner }: Site): number => (owner.kind === "type" ? 0 : 1);

/** The shorter comes first: it stands less deep, and belongs to what has the shorter name. */
const byLength = (a: TypeId, b: TypeId): number => a.length - b.length || byCodePoint(a, b);

/** Equal for types of the same shape, and soon told. */
const outline = (type: Type): string =>
  type.kind === "object"
    ? type.properties
        .map((it) => it.wireName)
        .sort(byCodePoint)
        .join()
    : type.kind;
