/**
 * What an API can be asked, and how each value travels: the half of the intermediate representation (see `types.ts`) that
 * speaks of operations. Defaults of style and explode and the parameters of the path item are already applied.
 */
import type { Doc, ExactKind, Json, Node, OperationId, Property, Type, TypeId } from "./types.js";

export interface Operation extends Node {
  readonly id: OperationId;
  readonly nameHint: readonly string[];
  /** What the operation belongs to: its first tag that is one to find it by, else the first telling segment of its path. */
  readonly group: string;
  readonly tags: readonly string[];
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

/** A call that the API makes itself: a webhook, or a callback of an operation. It is received, so it gives types and no function. */
export interface IncomingCall extends Node {
  readonly kind: "webhook" | "callback";
  /** What the description calls it; several calls of one webhook or callback share it. */
  readonly name: string;
  /** Its own `operationId`. */
  readonly id?: string;
  /** The operation that a callback belongs to. */
  readonly operation?: OperationId;
  readonly tags: readonly string[];
  readonly method: string;
  /** The declared types of its body, of its headers, and of what it takes for an answer. */
  readonly payload?: TypeId;
  readonly headers?: TypeId;
  readonly reply?: TypeId;
  readonly extensions?: { readonly [name: string]: Json };
}

/** A tag that the description declares. */
export interface ApiTag extends Node {
  readonly name: string;
  /** The tag that holds it. */
  readonly parent?: string;
  /** What it is for, such as `nav`, `badge` or `audience` (OpenAPI 3.2, section 4.22). */
  readonly kind?: string;
}

/** A stretch of the path as it is sent, or the place of a path parameter. */
export type PathSegment =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "param"; readonly name: string };

/** What is in `querystring` is the whole query, as one value without a name. */
export type ParamPlace = "path" | "query" | "querystring" | "header" | "cookie";
export interface Param extends Property {
  readonly in: ParamPlace;
  readonly wire: Wire;
}

/** How a value is written (OpenAPI 3.2, section 4.12.2: style, explode and allowReserved, or a media type). `exact` is that of a `Content`. */
export type Wire =
  | { readonly kind: "style"; readonly style: Style; readonly explode: boolean; readonly allowReserved: boolean }
  | { readonly kind: "content"; readonly mediaType: string; readonly exact?: readonly ExactKind[] }
  | {
      readonly kind: "whole";
      readonly codec: Codec;
      readonly parts: readonly Part[];
      readonly exact?: readonly ExactKind[];
    };
export type Style =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "cookie"
  | "deepObject"
  /** The same with arrays as `a[]=` and as `a=` again and again, by the pass `deep object arrays`. */
  | "deepObjectBrackets"
  | "deepObjectRepeat";

export interface Body extends Node {
  readonly required: boolean;
  /** Empty when the description tells that there is a body and nothing of what it is. */
  readonly contents: readonly Content[];
  /** A form that is sent as the query instead, by the pass `delete forms`. */
  readonly in?: "query";
}

export interface Content {
  readonly mediaType: string;
  readonly codec: Codec;
  readonly type: Type;
  /** Each item of a sequential media type (OpenAPI 3.2, section 4.14.3), of codec `events` or `lines`. An event is an object. */
  readonly item?: Type;
  /** What its JSON may hold for numbers that a number cannot hold exactly; absent where it holds none. */
  readonly exact?: readonly ExactKind[];
  /** The `encoding` of single properties of a form or multipart body. */
  readonly parts: readonly Part[];
  /** The encoding of the parts of a multipart body that is a list: of the first, one by one, and of the others (OpenAPI 3.2, section 4.14.5). */
  readonly positions?: { readonly prefix?: readonly Unnamed[]; readonly item?: Unnamed };
}
export type Unnamed = Omit<Part, "wireName" | "wire" | "exact">;
export type Codec = "json" | "form" | "multipart" | "text" | "bytes" | "events" | "lines";
export interface Part {
  readonly wireName: string;
  readonly contentType?: string;
  /** The headers of its part in a multipart body whose values the description tells. */
  readonly headers?: readonly PartHeader[];
  readonly wire?: Wire;
  /** That of a `Content`, for the property of a form. */
  readonly exact?: readonly ExactKind[];
}

export interface PartHeader {
  readonly name: string;
  readonly value: string;
}

export type Status = number | "1XX" | "2XX" | "3XX" | "4XX" | "5XX" | "default";
export interface Response extends Node {
  readonly status: Status;
  readonly outcome: "success" | "error";
  /** Empty when the answer has no content. */
  readonly contents: readonly Content[];
  readonly headers: readonly Header[];
}
export interface Header extends Property {
  readonly wire: Wire;
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
    /** `tokenUrl` is that of the flow `clientCredentials`. */
    | { readonly kind: "oauth2"; readonly tokenUrl?: string }
    | { readonly kind: "openIdConnect" | "mutualTLS" }
  );
