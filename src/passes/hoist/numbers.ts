import { AlikeMap } from "../../ir/alike-map.js";
import { digestOfText } from "../../ir/digest.js";
import type { Type, TypeId } from "../../ir/types.js";
import type { Found } from "./find.js";

/** Numbers the shapes that types have, by structure and documentation. */
export class ShapeNumbers {
  #count = 0;
  readonly #bySource = new Map<Type, number>();
  readonly #byId = new Map<TypeId, number>();
  readonly #byShape = new AlikeMap<number>(
    (a, b) => a === b || (this.#byId.has(a) && this.of(a) === this.of(b)),
    (id) => this.#byId.get(id) ?? digestOfText(id),
  );

  /** Takes in a type. What is declared inside comes before it, since that counts by its own shape. */
  add({ id, type, source }: Pick<Found, "id" | "type" | "source">): void {
    // Most are one object in many places, which is looked into once.
    const number = this.#bySource.get(source) ?? this.#byShape.getOr(type, () => this.#count++);
    this.#bySource.set(source, number);
    this.#byId.set(id, number);
  }

  /** That of a type that was taken in. */
  of(id: TypeId): number {
    return this.#byId.get(id) ?? -1;
  }

  /** That of any type; undefined where none has been taken in that is like it. */
  find(type: Type): number | undefined {
    return this.#byShape.get(type);
  }
}
