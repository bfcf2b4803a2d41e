import type { Type, TypeId } from "../../ir/types.js";
import type { Look } from "../inside.js";
import { siteOf, type Place, type Site } from "./place.js";

/** A type that gets a name, and the place that it is named by. */
export interface Found extends Site {
  readonly type: Type;
  /** What it was before what is large inside it had a name: at all places that have the same one the types are of one shape. */
  readonly source: Type;
}

/** What was found in one type or operation. What stands within something comes before it. */
export interface Findings {
  readonly named: readonly Found[];
  /** Types that are declared already, where they stand. */
  readonly here: readonly { readonly id: TypeId; readonly site: Site }[];
}

/** Finds in one type or operation what gets a name. */
export class Finder {
  readonly #named = new Map<TypeId, Found>();
  readonly #here: { readonly id: TypeId; readonly site: Site }[] = [];
  readonly #isDeclared: (id: TypeId) => boolean;
  readonly look: Look;

  constructor(isDeclared: (id: TypeId) => boolean, look: Look) {
    this.#isDeclared = isDeclared;
    this.look = look;
  }

  get findings(): Findings {
    return { named: [...this.#named.values()], here: this.#here };
  }

  /** Gives the reference to use in place of the type; what is large inside it has been declared before. */
  declare(type: Type, place: Place, source: Type): Type {
    const site = siteOf(place);
    // Where something refers to the schema that stands here, the pointer is the id of that declaration already.
    const id = this.#isDeclared(site.id) ? (`${site.id}#` as TypeId) : site.id;
    // What is kept may stay at one place alone.
    this.#named.set(id, { ...site, id, type, source: place.kept === undefined ? source : type });
    return { kind: "ref", id };
  }

  /** Whether a type has the name of the place already, such as what stands beside null there. */
  hasOf(place: Place): boolean {
    return this.#named.has(siteOf(place).id);
  }

  /**
   * Names a type that is declared already, since something refers to it, as one that is large: by where it stands. What is part of an
   * operation may be so for several; a component is then the home, or the nearest.
   */
  settle(id: TypeId, place: Place): void {
    const site = siteOf(place);
    if (site.owner.kind === "operation" && !id.startsWith("/paths/")) return;
    this.#here.push({ id, site });
  }
}
