import type { Operation, Tag, Type, TypeId } from "../ir/types.js";
import { forEachInner, forEachType, isLeaf, taggedTypes } from "../ir/visit.js";

/** What stands inside a declared type, or in the types of an operation, as far as passes ask. */
export interface Inside {
  /** The types that are referred to by id, as `forEachRef` gives them. */
  readonly refs: readonly TypeId[];
  /** Those of unions. */
  readonly tags: readonly Tag[];
  readonly hasReadOnly: boolean;
  readonly hasWriteOnly: boolean;
  /** Whether bytes stand there as they are. */
  readonly hasBytes: boolean;
  /** Whether a reference stands where what it leads to does. */
  readonly hasHere: boolean;
  /** How many properties are spelled out at most in one of the types inside, at any depth of it. */
  readonly properties: number;
  /** How many members a union inside has at most. */
  readonly members: number;
}

/**
 * Looks into each type and operation once, and in one walk, whichever passes ask what: they leave most as they are. An object that
 * stands in many places is looked into once for all of them.
 */
export class Look {
  readonly #known = new Map<Type | Operation, Found>();

  type(type: Type): Found {
    return this.#known.get(type) ?? this.#note(type, this.#into(type));
  }

  operation(operation: Operation): Found {
    return this.#known.get(operation) ?? this.#note(operation, this.#intoAll(operation));
  }

  #note(key: Type | Operation, inside: Found): Found {
    this.#known.set(key, inside);
    return inside;
  }

  #into(type: Type): Found {
    const found = new Found(this);
    if (isLeaf(type)) found.add(type);
    else found.addInner(type);
    return found;
  }

  #intoAll(operation: Operation): Found {
    const found = new Found(this);
    let most = 0;
    forEachType(operation, (type) => {
      found.properties = 0;
      found.add(type);
      most = Math.max(most, found.properties);
    });
    found.properties = most;
    return found;
  }
}

class Found implements Inside {
  readonly #refs = new Joined<TypeId>();
  readonly #tags = new Joined<Tag>();
  hasReadOnly = false;
  hasWriteOnly = false;
  hasBytes = false;
  hasHere = false;
  properties = 0;
  members = 0;
  readonly #look: Look;

  constructor(look: Look) {
    this.#look = look;
  }

  get refs(): readonly TypeId[] {
    return this.#refs.all;
  }

  get tags(): readonly Tag[] {
    return this.#tags.all;
  }

  add(type: Type): void {
    switch (type.kind) {
      case "ref":
        this.#refs.add(type.id);
        if (type.isHere) this.hasHere = true;
        return;
      case "bytes":
        if (type.encoding === "raw") this.hasBytes = true;
        return;
      case "object":
        return this.#join(type.properties.length, this.#look.type(type));
      case "union":
        this.members = Math.max(this.members, type.members.length);
        return this.addInner(type);
      default:
        if (!isLeaf(type)) this.addInner(type);
    }
  }

  /** Adds what stands inside a type; the size of the type itself does not. */
  addInner(type: Type): void {
    switch (type.kind) {
      case "object":
        for (const { access, type: inner } of type.properties) {
          if (access === "read") this.hasReadOnly = true;
          if (access === "write") this.hasWriteOnly = true;
          this.add(inner);
        }
        if (type.extra.kind === "typed") this.add(type.extra.value);
        return;
      case "array":
        return this.add(type.item);
      case "union":
        if (type.tag !== undefined) {
          this.#tags.add(type.tag);
          for (const it of taggedTypes(type.tag)) this.#refs.add(it);
        }
        for (const it of type.members) this.add(it);
        return;
      default:
        forEachInner(type, (it) => this.add(it));
    }
  }

  #join(properties: number, inside: Found): void {
    this.#refs.join(inside.#refs);
    this.#tags.join(inside.#tags);
    this.hasReadOnly ||= inside.hasReadOnly;
    this.hasWriteOnly ||= inside.hasWriteOnly;
    this.hasBytes ||= inside.hasBytes;
    this.hasHere ||= inside.hasHere;
    this.properties += properties + inside.properties;
    this.members = Math.max(this.members, inside.members);
  }
}

/** A list with lists in it. They are taken out when it is asked for: of what stands deep inside, each level around would have a copy. */
class Joined<T> {
  readonly #parts: (T | Joined<T>)[] = [];
  #all: readonly T[] | undefined;

  get all(): readonly T[] {
    if (this.#all !== undefined) return this.#all;
    const all: T[] = [];
    this.#give(all);
    return (this.#all = all);
  }

  add(item: T): void {
    this.#parts.push(item);
  }

  join(other: Joined<T>): void {
    if (other.#parts.length > 0) this.#parts.push(other);
  }

  #give(all: T[]): void {
    for (const it of this.#parts) {
      if (it instanceof Joined) it.#give(all);
      else all.push(it);
    }
  }
}
