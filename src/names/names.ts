import type { OperationId, TypeId } from "../ir/types.js";

/** A symbol of the output: what it is called, and the file that declares it (relative to the output, `/`, ending `.ts`). */
export interface Exported {
  readonly name: string;
  readonly file: string;
}

/** Every identifier and path of the output, decided before anything is emitted. Plain data: it survives JSON. */
export interface Names {
  readonly types: Readonly<Record<TypeId, Exported>>;
  readonly operations: Readonly<Record<OperationId, OperationNames>>;
  /** What the values of an enumerated type are called, in their order. */
  readonly members: Readonly<Record<TypeId, readonly Member[]>>;
  /** What things were called before they were renamed, where that stays; ordered by name. */
  readonly aliases: readonly Alias[];
}
/** What a value is called, and what it was called before it was renamed, where that stays. */
export interface Member {
  readonly name: string;
  readonly former: readonly string[];
}

/** A name that something once had. */
export interface Alias extends Exported {
  readonly of: Exported;
  /** Types exist for the compiler alone, functions at run time alone, enums as both. */
  readonly kind: "type" | "function" | "enum";
}
export interface OperationNames {
  readonly function: Exported;
  readonly input: Exported;
  readonly output: Exported;
  readonly error: Exported;
  readonly responses: Exported;
  /** Where an answer has headers that are described. */
  readonly headers?: Exported;
}
