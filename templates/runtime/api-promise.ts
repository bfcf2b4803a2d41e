/** The promise that a call gives. */
import { ApiError } from "./errors.js";
import type { OperationSpec } from "./operation.js";
import type { Outcome } from "./outcome.js";
import type { Result, SuccessHeaders } from "./result.js";

/**
 * The promise of a call. Awaited, it gives the data, or throws an `ApiError` for a status that is not a success. The
 * request is made once, however often and in whichever ways the promise is used.
 */
export interface ApiPromise<
  Output,
  Failure = unknown,
  // Said, since a compiler would take a second or more to find it out.
  in out Responses = { "2XX": Output; default: Failure },
  in out Described = unknown,
> extends Promise<Output> {
  /**
   * The data together with the response: its status, its headers. The response's body is already read. Headers that the
   * description gives a type stand in `headers` too, as values of that type.
   */
  withResponse(): Promise<WithResponse<Output> & SuccessHeaders<Responses, Described>>;
  /**
   * The answer as a value to look at, whatever its status: `ok` tells success from failure, and `status` the bodies
   * apart. Rejects only where there is no answer to read: no connection, a time-out, an abort, a body that is not what it says it is.
   */
  result(): Promise<Result<Responses, Described>>;
}

export interface WithResponse<Output> {
  readonly data: Output;
  readonly response: Response;
}

/** Makes the outcome of a call an `ApiPromise`. */
export function apiPromise<Output, Failure, Responses>(
  spec: OperationSpec,
  outcome: Promise<Outcome>,
): ApiPromise<Output, Failure, Responses> {
  const answer = outcome.then((it): WithResponse<Output> => {
    if (!it.ok) throw new ApiError(spec, it.response, it.error);
    // What the description says of a success; nothing checks it.
    return it as typeof it & WithResponse<Output>;
  });
  const data = answer.then((it) => it.data);
  /** Who takes this promise handles a failure there, so `data` must not count as an unhandled rejection. */
  const instead = async <T>(other: Promise<T>): Promise<T> => {
    data.catch(() => {});
    return other;
  };
  return Object.assign(data, {
    withResponse: () => instead(answer),
    // The description says of each status what `Responses` says.
    result: () => instead(outcome as unknown as Promise<Result<Responses>>),
  });
}
