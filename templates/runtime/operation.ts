/**
 * What an operation is, as data: the generated function of each operation hands one such description to `call`.
 *
 * A description names only the writers, encoders and readers that it uses, so a bundler drops the others. These are also
 * the seam for what looks at values on their way, such as validation: `body.encode` sees each value before it is written,
 * and `parse` makes each value that is read.
 */
import type { Client, Settings } from "./client.js";
import type { Draft } from "./draft.js";
import type { Style } from "./styles/style.js";

/** One operation of the API. Members at their defaults are left out. */
export interface OperationSpec {
  /** The `operationId` of the description. */
  readonly operation: string;
  /** The function that hands this to `call`, by which `isApiError` knows the errors of the operation. */
  readonly function?: unknown;
  /** Upper case, as it is sent. */
  readonly method: string;
  /** The path template, with the parameters in braces. */
  readonly path: string;
  /** What the description sorts it under. */
  readonly tags?: readonly string[];
  /** Write the parameters: one writer for each place that has some, the path first. */
  readonly params?: readonly ParamWriter[];
  /** How the body is written. */
  readonly body?: BodySpec | undefined;
  /** The `Accept` header: the media types that its answers have. */
  readonly accept?: string;
  /** The successes that have no content, where other answers have some; true is any. */
  readonly empty?: readonly number[] | true;
  /** Read the answers that are neither JSON nor text. */
  readonly readers?: readonly Reader[];
  /** Reads JSON, in the place of `JSON.parse`. */
  readonly parse?: (text: string) => unknown;
  /** Where it differs from that of the API. */
  readonly security?: Security;
  /** The scopes that its own security asks for, by security scheme. */
  readonly scopes?: Readonly<Record<string, readonly string[]>>;
  /** Where they differ from those of the API. */
  readonly servers?: readonly ServerSpec[];
}

/** Puts the parameters of one place on a request. */
export type ParamWriter = (draft: Draft, input: OperationInput) => void;

/** Styles by the names that the parameters have on the wire. */
export type Styles = Readonly<Record<string, Style>>;

/** One way to send the body of a request. */
export interface BodySpec {
  /** The `Content-Type`, of a multipart body without its boundary. Left out where the body itself knows better: the type of a Blob. */
  readonly contentType?: string;
  readonly encode: BodyEncoder;
  /** For forms: how single properties are written. */
  readonly styles?: Styles;
  /** Writes JSON within other media types, in the place of `JSON.stringify`. */
  readonly json?: (value: unknown) => string;
  /** For multipart bodies: what is said of single parts. */
  readonly parts?: Readonly<Record<string, PartSpec>>;
  /** For multipart bodies that are lists: what is said of the first parts, one by one, and of the others. */
  readonly prefix?: readonly PartSpec[];
  readonly item?: PartSpec;
}

/** Turns a value into what `fetch` sends; null is no body. */
export type BodyEncoder = (value: unknown, spec: BodySpec, draft: Draft) => RequestBody | null;

/** What `fetch` can send. */
export type RequestBody = NonNullable<RequestInit["body"]>;

/** What a description says of one part of a multipart body. */
export interface PartSpec {
  readonly contentType?: string;
  /** The headers that the part has beside it. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Reads the answers of some media types, those of failures too. */
export interface Reader {
  readonly types: RegExp;
  readonly read: (response: Response, exchange: Exchange) => Promise<unknown>;
}

/** What an answer is the answer to. */
export interface Exchange {
  readonly client: Client;
  readonly draft: Draft;
  readonly settings: Settings;
}

/** A server. Where its URL has variables, `fill` gives it with their values. */
export interface ServerSpec {
  readonly url: string;
  readonly fill?: (client: Client) => string;
}

/** Alternatives, each a combination of security schemes by name; `[]` as an alternative is anonymous access. */
export type Security = readonly (readonly string[])[];

/** The parameters and the body of one call, keyed by their names on the wire. */
export interface OperationInput {
  readonly path?: object | undefined;
  /** The parameters of the query; where the query is one value, that. */
  readonly query?: unknown;
  readonly header?: object | undefined;
  readonly cookie?: object | undefined;
  readonly body?: unknown;
  /** Which of the bodies is sent, by its media type. */
  readonly contentType?: string | undefined;
}
