import { isAlike } from "../../ir/alike.js";
import type { Type, TypeId } from "../../ir/types.js";

/** Numbers the shapes that types have, by structure and documentation. */
export class ShapeNumbers {
  #count = 0;
  readonly #byType = new Map<TypeId, number>();
  /** One type of each shape, by what is told of it at once: only those that agree in that are held against each other. */
  readonly #firsts = new Map<number, { readonly type: Type; readonly number: number }[]>();

  /** Takes in a type. What is declared inside comes before it, since that counts by its own shape. */
  add({ id, type }: { readonly id: TypeId; readonly type: Type }): void {
    const bulk = bulkOf(type);
    this.#byType.set(id, this.#find(type, bulk) ?? this.#new(type, bulk));
  }

  /** That of a type that was taken in. */
  of(id: TypeId): number {
    return this.#byType.get(id) ?? -1;
  }

  /** That of any type; undefined where none has been taken in that is like it. */
  find(type: Type): number | undefined {
    return this.#find(type, bulkOf(type));
  }

  #find(type: Type, bulk: number): number | undefined {
    return this.#firsts.get(bulk)?.find((it) => isAlike(it.type, type, this.#isSame))?.number;
  }

  #new(type: Type, bulk: number): number {
    const first = { type, number: this.#count++ };
    const others = this.#firsts.get(bulk);
    if (others === undefined) this.#firsts.set(bulk, [first]);
    else others.push(first);
    return first.number;
  }

  readonly #isSame = (a: TypeId, b: TypeId): boolean => {
    if (a === b) return true;
    const number = this.#byType.get(a);
    return number !== undefined && number === this.#byType.get(b);
  };
}

/** How much stands in a type: equal for types of the same shape, and seldom for others. */
function bulkOf(type: Type): number {
  switch (type.kind) {
    case "object":
      return type.properties.reduce((sum, it) => sum + it.wireName.length + (it.doc.description?.length ?? 0), 0);
    case "union":
    case "intersection":
      return type.members.reduce((sum, it) => sum + bulkOf(it), type.members.length);
    case "literal":
      return String(type.value).length;
    default:
      return type.kind.length;
  }
}
