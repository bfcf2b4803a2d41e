/**
 * What an operation is, as data: the generated function of each operation hands one such description to `call`.
 *
 * A description names only the encoders and styles that it uses, so a bundler drops the others.
 */
import type { Style } from "./styles/style.js";

/** One operation of the API. Members at their defaults are left out. */
export interface OperationSpec {
  /** The `operationId` of the description. */
  readonly id: string;
  /** Upper case, as it is sent. */
  readonly method: string;
  /** The path template, with the parameters in braces. */
  readonly path: string;
  /** How path parameters are written; `simple` where nothing is said. */
  readonly pathStyles?: Styles;
  /** How query parameters are written; `form` where nothing is said. */
  readonly queryStyles?: Styles;
  /** How header parameters are written; `simple` where nothing is said. */
  readonly headerStyles?: Styles;
  /** How cookie parameters are written; `form` where nothing is said. */
  readonly cookieStyles?: Styles;
  /** The bodies it takes. The first is sent by default, `input.contentType` picks another. */
  readonly bodies?: readonly BodySpec[];
  /** The `Accept` header: the media types that its answers have. */
  readonly accept?: string;
  /** Where it differs from that of the API. */
  readonly security?: Security;
  /** Where they differ from those of the API. */
  readonly servers?: readonly ServerSpec[];
}

/** Styles by the names that the parameters have on the wire. */
export type Styles = Readonly<Record<string, Style>>;

/** One way to send the body of a request. */
export interface BodySpec {
  /** The `Content-Type`. Left out, it follows from the value. */
  readonly mediaType?: string;
  readonly encode: BodyEncoder;
  /** For forms: how single properties are written. */
  readonly styles?: Styles;
  /** For multipart bodies: what is said of single parts. */
  readonly parts?: Readonly<Record<string, PartSpec>>;
}

/** Turns a value into what `fetch` sends. */
export type BodyEncoder = (value: unknown, spec: BodySpec) => RequestBody;

/** What `fetch` can send. */
export type RequestBody = NonNullable<RequestInit["body"]>;

/** What a description says of one part of a multipart body. */
export interface PartSpec {
  readonly contentType?: string;
}

/** A server; `variables` holds the defaults of the variables in its URL. */
export interface ServerSpec {
  readonly url: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Alternatives, each a combination of security schemes by name; `[]` as an alternative is anonymous access. */
export type Security = readonly (readonly string[])[];

/** The parameters and the body of one call, keyed by their names on the wire. */
export interface OperationInput {
  readonly path?: object | undefined;
  readonly query?: object | undefined;
  readonly header?: object | undefined;
  readonly cookie?: object | undefined;
  readonly body?: unknown;
  /** Which of the bodies is sent, by its media type. */
  readonly contentType?: string | undefined;
}
