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

/** Looks into each type and operation once, and in one walk, whichever passes ask what: they leave most as they are. */
export class Look {
  readonly #known = new Map<Type | Operation, Inside>();

  type(type: Type): Inside {
    return this.#known.get(type) ?? this.#note(type, (visit) => visit(type));
  }

  operation(operation: Operation): Inside {
    return this.#known.get(operation) ?? this.#note(operation, (visit) => forEachType(operation, visit));
  }

  #note(key: Type | Operation, forEach: (visit: (type: Type) => void) => void): Inside {
    const inside = lookInto(key, forEach);
    this.#known.set(key, inside);
    return inside;
  }
}

function lookInto(whole: Type | Operation, forEach: (visit: (type: Type) => void) => void): Inside {
  const refs: TypeId[] = [];
  const tags: Tag[] = [];
  const found = { hasReadOnly: false, hasWriteOnly: false, hasHere: false, properties: 0, members: 0 };
  // Those of the type that is looked into do not stand in it.
  let properties = 0;
  const visit = (type: Type): void => {
    switch (type.kind) {
      case "ref":
        refs.push(type.id);
        if (type.isHere) found.hasHere = true;
        return;
      case "object":
        if (type !== whole) properties += type.properties.length;
        for (const { access, type: inner } of type.properties) {
          if (access === "read") found.hasReadOnly = true;
          if (access === "write") found.hasWriteOnly = true;
          visit(inner);
        }
        if (type.extra.kind === "typed") visit(type.extra.value);
        return;
      case "union":
        if (type !== whole) found.members = Math.max(found.members, type.members.length);
        if (type.tag !== undefined) {
          tags.push(type.tag);
          refs.push(...taggedTypes(type.tag));
        }
        for (const it of type.members) visit(it);
        return;
      default:
        if (!isLeaf(type)) forEachInner(type, visit);
    }
  };
  forEach((type) => {
    properties = 0;
    visit(type);
    found.properties = Math.max(found.properties, properties);
  });
  return { refs, tags, ...found };
}
