import { isAlike, type IsSame } from "./alike.js";
import { digestOf, digestOfText, outlineOf, type DigestOfId } from "./digest.js";
import type { Type, TypeId } from "./types.js";

interface Entry<V> {
  readonly type: Type;
  readonly value: V;
}
type Entries<V> = Map<number, Entry<V>[]>;

/** So many types of one outline are held against another before digests are made of it and of those that follow. */
const FEW = 8;

/** Values by types, of which those that are alike are one key. */
export class AlikeMap<V> {
  /** The first of each outline. */
  readonly #byOutline: Entries<V> = new Map();
  /** The others, of which only those of the same digest are held against each other. */
  readonly #byDigest: Entries<V> = new Map();
  readonly #isSame: IsSame;
  readonly #digestOfId: DigestOfId;

  /** Where references to different types may be the same, those have one digest. */
  constructor(isSame: IsSame = (a: TypeId, b: TypeId) => a === b, digestOfId: DigestOfId = digestOfText) {
    this.#isSame = isSame;
    this.#digestOfId = digestOfId;
  }

  get(type: Type): V | undefined {
    return this.#find(type, outlineOf(type));
  }

  /** The value of the type: a new one where there is none yet. */
  getOr(type: Type, make: () => V): V {
    const outline = outlineOf(type);
    return this.#find(type, outline) ?? this.#add({ type, value: make() }, outline);
  }

  #find(type: Type, outline: number): V | undefined {
    const isKey = (it: Entry<V>): boolean => isAlike(it.type, type, this.#isSame);
    const first = this.#byOutline.get(outline);
    const known = first?.find(isKey);
    if (known !== undefined || first === undefined || first.length < FEW) return known?.value;
    return this.#byDigest.get(digestOf(type, this.#digestOfId))?.find(isKey)?.value;
  }

  #add(entry: Entry<V>, outline: number): V {
    const first = entriesAt(this.#byOutline, outline);
    const own = first.length < FEW ? first : entriesAt(this.#byDigest, digestOf(entry.type, this.#digestOfId));
    own.push(entry);
    return entry.value;
  }
}

function entriesAt<V>(all: Entries<V>, key: number): Entry<V>[] {
  const known = all.get(key);
  if (known !== undefined) return known;
  const fresh: Entry<V>[] = [];
  all.set(key, fresh);
  return fresh;
}
