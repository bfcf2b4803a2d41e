/**
 * The intermediate representation: what an API is, free of OpenAPI's spelling and of TypeScript's.
 *
 * Plain readonly data that survives JSON: no cycle, no Map, no class. Whatever has an order is an array, since
 * integer-like keys of an object reorder. Optional is a fact of a property and null a member of a union; neither is a
 * flag on a type. Recursion goes through ids only.
 */
import type { Origin } from "../diagnostics/origin.js";
export type { Origin };
import type { ApiTag, AuthScheme, IncomingCall, Operation, Security, Server } from "./operations.js";
export type * from "./operations.js";

/** Identifies a declared type: the pointer of the schema in the joined document, so it does not depend on order. */
export type TypeId = string & { readonly __type: unique symbol };
/** Identifies an operation: its `operationId`, or `"<METHOD> <path>"` where it has none. */
export type OperationId = string & { readonly __operation: unique symbol };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A value that a description gives. */
export interface Given {
  readonly value: Json;
  /** The same as JSON text, where an integer in it has more digits than a number keeps. */
  readonly text?: string;
}

/** A number, or the digits of an integer that a number does not hold exactly. */
export type Bound = number | `${bigint}`;

/** What a description says to a reader. Texts are Markdown (CommonMark), whatever the author wrote them in. */
export interface Doc {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: true | string;
  /** A value as it could be. */
  readonly example?: Given;
  readonly link?: { readonly url: string; readonly text?: string };
}

export interface Node {
  readonly origin: Origin;
  readonly doc: Doc;
}

export interface Api extends Node {
  readonly title: string;
  readonly version: string;
  readonly servers: readonly Server[];
  readonly security: Security;
  readonly authSchemes: readonly AuthScheme[];
  readonly types: readonly TypeDecl[];
  readonly operations: readonly Operation[];
  readonly incoming: readonly IncomingCall[];
  readonly tags: readonly ApiTag[];
  /** Set where a type is `decimal`, by the pass `exact numbers`. */
  readonly hasDecimals?: true;
}

// --- Types. A `Type` is an expression; whatever is recursive or shared is a declaration, reached by `ref`. ---

export interface TypeDecl extends Node {
  readonly id: TypeId;
  /** Absent where the description itself gives the type a name. */
  readonly owner?: Owner;
  /** Words to make the name of, from the outermost inwards: those of the place where it stands, below its owner if it has one. */
  readonly nameHint: readonly string[];
  readonly type: Type;
  /** What tells the types apart that extend this one. */
  readonly tag?: Tag;
  /** A list of values that is wanted at run time too. */
  readonly enumerated?: true;
}

/** The named thing within which a type stands that the description gives no name. */
export type Owner =
  | { readonly kind: "type"; readonly id: TypeId }
  | { readonly kind: "operation"; readonly id: OperationId; readonly part: "input" | "output" | "error" };

export type Type =
  | {
      readonly kind: "ref";
      readonly id: TypeId;
      /** The type stands here in the description, and is declared since something else there refers to it. */
      readonly isHere?: true;
    }
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly integer: boolean; readonly format?: string; readonly check?: NumberCheck }
  | { readonly kind: "string"; readonly format?: string; readonly check?: StringCheck }
  | { readonly kind: "bytes"; readonly encoding: "raw" | "base64" | "base64url"; readonly mediaType?: string }
  | {
      readonly kind: "literal";
      readonly value: string | number | boolean;
      /** What the description calls the value, and says of it. */
      readonly label?: string;
      readonly description?: string;
    }
  /** An integer that a number cannot hold exactly. */
  | { readonly kind: "bigint" }
  /** A number whose digits a number cannot hold. */
  | { readonly kind: "decimal" }
  | { readonly kind: "array"; readonly item: Type; readonly check?: ArrayCheck }
  | { readonly kind: "tuple"; readonly items: readonly Type[]; readonly rest?: Type }
  | {
      readonly kind: "object";
      readonly properties: readonly Property[];
      readonly extra: Extra;
      readonly check?: ObjectCheck;
    }
  | {
      readonly kind: "union";
      readonly members: readonly Type[];
      readonly tag?: Tag;
      /** The values are those that are known: there may be others of their kind. */
      readonly open?: true;
    }
  | { readonly kind: "intersection"; readonly members: readonly Type[] };

export type TypeKind = Type["kind"];
export type TypeOf<K extends TypeKind> = Extract<Type, { readonly kind: K }>;
/** What stands for a number that a number cannot hold, beside `number`; by the pass `exact numbers`. */
export type ExactKind = "bigint" | "decimal";

export interface Property extends Node {
  readonly wireName: string;
  readonly type: Type;
  readonly required: boolean;
  readonly access: "both" | "read" | "write";
  readonly fallback?: Given;
  /** Bounds that stand beside a type of a name or of several statements, which does not tell them. */
  readonly check?: NumberCheck & StringCheck & ArrayCheck & ObjectCheck;
}

/** What an object says of the keys that it does not name. */
export type Extra =
  { readonly kind: "open" } | { readonly kind: "closed" } | { readonly kind: "typed"; readonly value: Type };

/** The property that tells the members of a union apart, or those types that extend one, and the value it has in each. */
export interface Tag {
  readonly wireName: string;
  readonly cases: readonly TagCase[];
  /** What a value is that no case names. */
  readonly fallback?: TypeId;
}
export interface TagCase {
  readonly value: string;
  readonly id: TypeId;
  /** Said by the description, and not by the name of the type alone. */
  readonly explicit: boolean;
}

export interface NumberCheck {
  readonly minimum?: Bound;
  readonly maximum?: Bound;
  readonly exclusiveMinimum?: Bound;
  readonly exclusiveMaximum?: Bound;
  readonly multipleOf?: Bound;
}
export interface StringCheck {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** How what the text stands for is encoded in it, and what that is (JSON Schema 2020-12, Validation, section 8). */
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
}
export interface ArrayCheck {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
}
export interface ObjectCheck {
  readonly minProperties?: number;
  readonly maxProperties?: number;
}
