/**
 * What a call can fail with. Every error names its operation. However it is printed, by `console.log`, as a text or as
 * JSON, it shows no credential, and neither the body nor the headers of an answer; a parameter only where `fetch` itself
 * names the URL in what it gives as the cause of a lost connection.
 */
import type { CallInfo } from "./middleware.js";
import type { OperationSpec } from "./operation.js";

/** The base of all errors of this SDK. */
export class SdkError extends Error {
  /** The `operationId` of the operation that was called. */
  readonly operation: string;

  constructor(spec: OperationSpec | CallInfo, problem: string, options?: ErrorOptions) {
    super(`${spec.method} ${spec.path}: ${problem}`, options);
    this.operation = spec.operation;
  }

  /** A getter, so that it is there when the stack is written, and stays when a bundler renames the class. */
  override get name(): string {
    return "SdkError";
  }

  /** What is safe to log. */
  toJSON(): Readonly<Record<string, unknown>> {
    const shown: object = this;
    return { name: this.name, message: this.message, ...shown };
  }
}

/** The call cannot be sent as it was given: a missing credential, an empty path parameter, a broken header value. */
export class InputError extends SdkError {
  override get name(): string {
    return "InputError";
  }
}

/** No answer arrived, or it broke off: the host is unknown, refuses, or the connection was cut. */
export class ConnectionError extends SdkError {
  override get name(): string {
    return "ConnectionError";
  }
}

/** The answer was not there, in full, within `timeoutMs` or before the caller's `AbortSignal.timeout()`. */
export class TimeoutError extends SdkError {
  override get name(): string {
    return "TimeoutError";
  }
}

/** The caller's `signal` ended the call; `cause` is the reason that the signal gives. */
export class AbortError extends SdkError {
  override get name(): string {
    return "AbortError";
  }
}

/**
 * An error about an answer that arrived. What may hold a secret, of the server's or one that it repeats, stands in private
 * members: it can be read, and is not printed.
 */
class ResponseError<Body> extends SdkError {
  readonly status: number;
  /** The id under which the server's operators find the request, where the server gives one. */
  readonly requestId: string | undefined;
  readonly #body: Body;
  readonly #headers: Headers;
  readonly #function: unknown;

  constructor(spec: OperationSpec, { status, statusText, headers }: Response, body: Body, problem = "") {
    const requestId = requestIdHeaders.map((name) => headers.get(name)).find((id): id is string => !!id);
    super(spec, `${status} ${statusText}`.trimEnd() + (requestId ? ` (request ${requestId})` : "") + problem);
    this.status = status;
    this.requestId = requestId;
    this.#body = body;
    this.#headers = headers;
    this.#function = spec.function;
  }

  get body(): Body {
    return this.#body;
  }

  get headers(): Headers {
    return this.#headers;
  }

  /** The function that was called. */
  get function(): unknown {
    return this.#function;
  }
}

/**
 * The server answered with a status that is not a success. `body` is the decoded body, or its text where it could not be
 * decoded; `isApiError` and `.result()` tell its type.
 */
export class ApiError extends ResponseError<unknown> {
  // No type parameter for the body: `instanceof` would put `any` in its place.
  override get name(): string {
    return "ApiError";
  }
}

/** The server answered with success, but the body is not what its media type says. `body` is its text. */
export class DecodeError extends ResponseError<string> {
  override get name(): string {
    return "DecodeError";
  }
}

const requestIdHeaders = ["request-id", "x-request-id", "x-amzn-requestid", "x-correlation-id"] as const;
