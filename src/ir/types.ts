/**
 * The intermediate representation: what an API is, free of OpenAPI's spelling and of TypeScript's.
 *
 * Plain readonly data that survives JSON: no cycle, no Map, no class. Whatever has an order is an array, since
 * integer-like keys of an object reorder. Optional is a fact of a property and null a member of a union; neither is a
 * flag on a type. Recursion goes through ids only.
 */
import type { Origin } from "../diagnostics/origin.js";
export type { Origin };

/** Identifies a declared type: the pointer of the schema in the joined document, so it does not depend on order. */
export type TypeId = string & { readonly __type: unique symbol };
/** Identifies an operation: its `operationId`, or `"<METHOD> <path>"` where it has none. */
export type OperationId = string & { readonly __operation: unique symbol };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a description says to a reader. Texts are Markdown (CommonMark), whatever the author wrote them in. */
export interface Doc {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: true | string;
  /** A value as it could be. */
  readonly example?: Json;
  readonly link?: { readonly url: string; readonly text?: string };
}

interface Node {
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
}

// --- Types. A `Type` is an expression; whatever is recursive or shared is a declaration, reached by `ref`. ---

export interface TypeDecl extends Node {
  readonly id: TypeId;
  /** Words to make the name of, from the outermost inwards: those of the place where it stands. */
  readonly nameHint: readonly string[];
  readonly type: Type;
  /** What tells the types apart that extend this one. */
  readonly tag?: Tag;
}

export type Type =
  | { readonly kind: "ref"; readonly id: TypeId }
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly integer: boolean; readonly format?: string; readonly check?: NumberCheck }
  | { readonly kind: "string"; readonly format?: string; readonly check?: StringCheck }
  | { readonly kind: "bytes"; readonly encoding: "raw" | "base64" | "base64url" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly item: Type; readonly check?: ArrayCheck }
  | { readonly kind: "tuple"; readonly items: readonly Type[]; readonly rest?: Type }
  | { readonly kind: "object"; readonly properties: readonly Property[]; readonly extra: Extra }
  | { readonly kind: "union"; readonly members: readonly Type[]; readonly tag?: Tag }
  | { readonly kind: "intersection"; readonly members: readonly Type[] };

export type TypeKind = Type["kind"];
export type TypeOf<K extends TypeKind> = Extract<Type, { readonly kind: K }>;

export interface Property extends Node {
  readonly wireName: string;
  readonly type: Type;
  readonly required: boolean;
  readonly access: "both" | "read" | "write";
  readonly fallback?: Json;
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
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}
export interface StringCheck {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}
export interface ArrayCheck {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
}

// --- Operations. Defaults of style and explode and the parameters of the path item are already applied. ---

export interface Operation extends Node {
  readonly id: OperationId;
  readonly nameHint: readonly string[];
  /** What the operation belongs to, outermost first: its tag, else the first telling segment of its path. */
  readonly group: string;
  /** Upper case, as it is sent. */
  readonly method: string;
  readonly path: readonly PathSegment[];
  readonly params: readonly Param[];
  readonly body?: Body;
  readonly responses: readonly Response[];
  /** Only where they differ from those of the API. */
  readonly security?: Security;
  readonly servers?: readonly Server[];
  /** Set where the answer is one page of a list, by the pass `pagination`. */
  readonly pagination?: Pagination;
  /** What vendors say of it in fields of their own (`x-…`), for the passes that read them. */
  readonly extensions?: { readonly [name: string]: Json };
}

/** A stretch of the path as it is sent, or the place of a path parameter. */
export type PathSegment =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "param"; readonly name: string };

export type ParamPlace = "path" | "query" | "header" | "cookie";
export interface Param extends Property {
  readonly in: ParamPlace;
  readonly wire: Wire;
}

/** How a value is written (OpenAPI 3.2, section 4.12.2: style, explode and allowReserved, or a media type). */
export type Wire =
  | { readonly kind: "style"; readonly style: Style; readonly explode: boolean; readonly allowReserved: boolean }
  | { readonly kind: "content"; readonly mediaType: string };
export type Style = "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

export interface Body extends Node {
  readonly required: boolean;
  /** Empty when the description tells that there is a body and nothing of what it is. */
  readonly contents: readonly Content[];
}

export interface Content {
  readonly mediaType: string;
  readonly codec: Codec;
  readonly type: Type;
  /** Each item of a sequential media type, such as `text/event-stream` (OpenAPI 3.2, `itemSchema`). */
  readonly item?: Type;
  /** The `encoding` of single properties of a form or multipart body. */
  readonly parts: readonly Part[];
}
export type Codec = "json" | "form" | "multipart" | "text" | "bytes";
export interface Part {
  readonly wireName: string;
  readonly contentType?: string;
  readonly wire?: Wire;
}

export type Status = number | "1XX" | "2XX" | "3XX" | "4XX" | "5XX" | "default";
export interface Response extends Node {
  readonly status: Status;
  readonly outcome: "success" | "error";
  /** Empty when the answer has no content. */
  readonly contents: readonly Content[];
  readonly headers: readonly Property[];
}

/** An answer that is one page of a list. */
export interface Pagination {
  /** Where the items stand in the body; empty where the body is the list. */
  readonly items: Path;
  readonly item: Type;
  readonly next: NextPage;
}

/** What leads from one page to the next. `from` and `total` are places in the body of a page, `to` is where the request says which page. */
export type NextPage =
  | { readonly kind: "cursor"; readonly from: Path; readonly to: PageParam; readonly more?: Path }
  /** `from` is a place in the last item; `back` asks for the pages before the first one instead. */
  | {
      readonly kind: "lastItem";
      readonly from: Path;
      readonly to: PageParam;
      readonly more?: Path;
      readonly back?: PageParam;
    }
  /** `total` counts the items. */
  | {
      readonly kind: "offset";
      readonly to: PageParam;
      readonly start: number;
      readonly more?: Path;
      readonly total?: Path;
    }
  /** `total` counts the pages. */
  | {
      readonly kind: "page";
      readonly to: PageParam;
      readonly start: number;
      readonly more?: Path;
      readonly total?: Path;
    }
  | { readonly kind: "link"; readonly from: Path; readonly more?: Path }
  /** The link of the relation `next` in the header `Link` (RFC 8288). */
  | { readonly kind: "linkHeader" };

/** Names of properties, from the outside in. */
export type Path = readonly string[];
/** A parameter, or a property of the request's body. */
export interface PageParam {
  readonly in: "query" | "header" | "body";
  readonly name: string;
}

export interface Server {
  /** May hold `{variables}`. */
  readonly url: string;
  readonly variables: readonly ServerVariable[];
}
export interface ServerVariable {
  readonly name: string;
  readonly fallback: string;
  readonly values?: readonly string[];
  readonly doc: Doc;
}

/** Alternatives, each a combination of schemes; `[]` as an alternative is anonymous access. */
export type Security = readonly (readonly AuthUse[])[];
export interface AuthUse {
  readonly scheme: string;
  readonly scopes: readonly string[];
}
export type AuthScheme = Node & { readonly id: string } & (
    | { readonly kind: "http"; readonly scheme: string }
    | { readonly kind: "apiKey"; readonly in: "query" | "header" | "cookie"; readonly wireName: string }
    | { readonly kind: "oauth2" | "openIdConnect" | "mutualTLS" }
  );
