/**
 * What a call can fail with. Every error names its operation; no message and no `toJSON()` holds a credential, a
 * parameter or a body. Printed whole, as by `console.log`, an error shows its other members too: the body and the headers
 * of the answer.
 */
import type { OperationSpec } from "./operation.js";

/** The base of all errors of this SDK. */
export class SdkError extends Error {
  /** The `operationId` of the operation that was called. */
  readonly operation: string;

  constructor(spec: OperationSpec, problem: string, options?: ErrorOptions) {
    super(`${spec.method} ${spec.path}: ${problem}`, options);
    this.operation = spec.id;
  }

  /** A getter, so that it is there when the stack is written, and stays when a bundler renames the class. */
  override get name(): string {
    return "SdkError";
  }

  /** What is safe to log. */
  toJSON(): Readonly<Record<string, unknown>> {
    return { name: this.name, message: this.message, operation: this.operation };
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

/** An error about an answer that arrived. */
class ResponseError<Body> extends SdkError {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
  /** The id under which the server's operators find the request, where the server gives one. */
  readonly requestId: string | undefined;
  /** The function that was called. */
  readonly function: unknown;

  constructor(spec: OperationSpec, response: Response, body: Body, problem = "") {
    const { status, statusText, headers } = response;
    const requestId = requestIdHeaders.map((name) => headers.get(name)).find((id): id is string => !!id);
    super(spec, `${status} ${statusText}`.trimEnd() + (requestId ? ` (request ${requestId})` : "") + problem);
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.requestId = requestId;
    this.function = spec.function;
  }

  override toJSON(): Readonly<Record<string, unknown>> {
    return { ...super.toJSON(), status: this.status, requestId: this.requestId };
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
