import { isAlike, type IsSame } from "./alike.js";
import { digestOf, digestOfText, type DigestOfId } from "./digest.js";
import type { Type, TypeId } from "./types.js";

/** Values by types, of which those that are alike are one key. */
export class AlikeMap<V> {
  /** Only types of the same digest are held against each other. */
  readonly #byDigest = new Map<number, { readonly type: Type; readonly value: V }[]>();
  readonly #isSame: IsSame;
  readonly #digestOfId: DigestOfId;

  /** Where references to different types may be the same, those have one digest. */
  constructor(isSame: IsSame = (a: TypeId, b: TypeId) => a === b, digestOfId: DigestOfId = digestOfText) {
    this.#isSame = isSame;
    this.#digestOfId = digestOfId;
  }

  get(type: Type): V | undefined {
    return this.#find(this.#byDigest.get(digestOf(type, this.#digestOfId)), type)?.value;
  }

  /** The value of the type: a new one where there is none yet. */
  getOr(type: Type, make: () => V): V {
    const digest = digestOf(type, this.#digestOfId);
    const others = this.#byDigest.get(digest);
    const known = this.#find(others, type);
    if (known !== undefined) return known.value;
    const fresh = { type, value: make() };
    if (others === undefined) this.#byDigest.set(digest, [fresh]);
    else others.push(fresh);
    return fresh.value;
  }

  #find<T extends { readonly type: Type }>(among: readonly T[] | undefined, type: Type): T | undefined {
    return among?.find((it) => isAlike(it.type, type, this.#isSame));
  }
}
