import { byCodePoint } from "../../ir/order.js";
import { keyOf } from "../../ir/key.js";
import type { Type, TypeDecl, TypeId } from "../../ir/types.js";
import { isLeaf } from "../../ir/visit.js";
import { isLarge } from "./large.js";
import { siteOf, type Place, type Site } from "./place.js";

interface Named extends Site {
  readonly type: Type;
  readonly shape: number;
}

/**
 * The types given names, each by its place. Places of the same shape (structure and documentation) share one declaration:
 * the others are aliases of it, so that the names say the same whichever place the declaration stands at.
 */
export class Shapes {
  readonly #sites = new Map<TypeId, Named>();
  readonly #shapes = new Map<string, number>();
  readonly #settled = new Map<TypeId, Site>();
  readonly #declared: ReadonlySet<TypeId>;

  constructor(declared: readonly TypeId[]) {
    this.#declared = new Set(declared);
  }

  /** Gives the reference to use in place of the type; what is large inside it has been declared before. */
  declare(type: Type, place: Place): Type {
    const site = siteOf(place);
    // Where something refers to the schema that stands here, the pointer is the id of that declaration already.
    const id = this.#declared.has(site.id) ? (`${site.id}#` as TypeId) : site.id;
    this.#sites.set(id, { ...site, id, type, shape: this.#shapeOf(type) });
    return { kind: "ref", id };
  }

  /** Whether a type has the name of the place already, such as what stands beside null there. */
  hasOf(place: Place): boolean {
    return this.#sites.has(siteOf(place).id);
  }

  /**
   * Names a type that is declared already, since something refers to it, as one that is large: by where it stands. What is part of an
   * operation may be so for several; a component is then the home, or the nearest.
   */
  settle(id: TypeId, place: Place): void {
    const site = siteOf(place);
    if (site.owner.kind === "operation" && !id.startsWith("/paths/")) return;
    const known = this.#settled.get(id);
    if (known === undefined || byLength(site.id, known.id) < 0) this.#settled.set(id, site);
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
    for (const { id, shape } of sites) if (!homes.has(shape)) homes.set(shape, id);
    return sites.map(({ id, owner, words, type, shape, origin }): TypeDecl => {
      // What has no parts is no shape to share.
      const home = isLeaf(type) ? id : (homes.get(shape) ?? id);
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
          const shape = this.#shapes.get(this.#keyOf(type));
          return shape === undefined ? [] : [[shape, id] as const];
        }),
    );
  }

  #shapeOf(type: Type): number {
    const key = this.#keyOf(type);
    const shape = this.#shapes.get(key) ?? this.#shapes.size;
    this.#shapes.set(key, shape);
    return shape;
  }

  /** What is declared inside counts by its own shape. */
  #keyOf(type: Type): string {
    return keyOf(type, (id) => this.#sites.get(id)?.shape ?? id);
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
