/**
 * Sees a request on its way out, credentials included, and its response on the way back: for logging, tracing, caching,
 * refreshing a token. A request can be sent once: give `request.clone()` to `next` where it may be sent again.
 *
 * What it throws is the error of the call, as it is, and is not tried again; so is what a credential function throws.
 */
export type Middleware = (request: Request, next: Next, call: CallInfo) => Promise<Response>;

/** Sends the request on, to the next middleware or to the server. */
export type Next = (request: Request) => Promise<Response>;

/** The call that a request belongs to. */
export interface CallInfo {
  /** The `operationId`. */
  readonly operation: string;
  readonly method: string;
  /** The path template, which groups requests better than their URLs do. */
  readonly path: string;
  /** The tags of the operation in the description. */
  readonly tags?: readonly string[] | undefined;
  /** 0 for the first attempt, 1 for the first retry. */
  readonly retry: number;
}
