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
  readonly #known = new Map<Type | Operation, Inside>();

  type(type: Type): Inside {
    return this.#known.get(type) ?? this.#note(type, this.#into(type));
  }

  operation(operation: Operation): Inside {
    return this.#known.get(operation) ?? this.#note(operation, this.#intoAll(operation));
  }

  #note(key: Type | Operation, inside: Inside): Inside {
    this.#known.set(key, inside);
    return inside;
  }

  #into(type: Type): Inside {
    const found = new Found(this);
    if (type.kind === "ref") found.add(type);
    else found.addInner(type);
    return found;
  }

  #intoAll(operation: Operation): Inside {
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
  readonly refs: TypeId[] = [];
  readonly tags: Tag[] = [];
  hasReadOnly = false;
  hasWriteOnly = false;
  hasHere = false;
  properties = 0;
  members = 0;
  readonly #look: Look;

  constructor(look: Look) {
    this.#look = look;
  }

  add(type: Type): void {
    switch (type.kind) {
      case "ref":
        this.refs.push(type.id);
        if (type.isHere) this.hasHere = true;
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
          this.tags.push(type.tag);
          for (const it of taggedTypes(type.tag)) this.refs.push(it);
        }
        for (const it of type.members) this.add(it);
        return;
      default:
        forEachInner(type, (it) => this.add(it));
    }
  }

  #join(properties: number, inside: Inside): void {
    // One by one: an object may hold more than the arguments of a call.
    for (const it of inside.refs) this.refs.push(it);
    for (const it of inside.tags) this.tags.push(it);
    this.hasReadOnly ||= inside.hasReadOnly;
    this.hasWriteOnly ||= inside.hasWriteOnly;
    this.hasHere ||= inside.hasHere;
    this.properties += properties + inside.properties;
    this.members = Math.max(this.members, inside.members);
  }
}
