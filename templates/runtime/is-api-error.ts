import { ApiError } from "./errors.js";
import type { StatusIn } from "./result.js";

/**
 * Whether an error is the answer of this operation, with this status, or one of this range, where one is given: then its `body`
 * has the type that the description gives it, and where headers are described `typedHeaders` are those. Within a range `status`
 * tells those apart that are described by themselves.
 */
export function isApiError<Call extends Operation, Status extends number | Range = Failed<Call>["status"]>(
  error: unknown,
  operation: Call,
  status?: Status & (Failed<Call>["status"] | Range),
): error is ApiErrorOf<Failed<Call>, StatusesOf<Status>> {
  const isOfOperation = error instanceof ApiError && error.function === operation;
  return isOfOperation && [undefined, error.status, `${Math.floor(error.status / 100)}XX`].includes(status);
}

type Range = "3XX" | "4XX" | "5XX";

type StatusesOf<Status> = Status extends `${infer First extends number}XX` ? StatusIn<First> : Status;

/** A generated function. */
type Operation = (client: never, input: never, options: never) => { result(): Promise<unknown> };

/** What `.result()` gives where an operation failed. */
type Failed<Call extends Operation> = Extract<Awaited<ReturnType<ReturnType<Call>["result"]>>, { readonly ok: false }>;

/** One error a case of the description, with those of its statuses that are asked for. */
type ApiErrorOf<Case, Status> = Case extends { readonly status: infer Of; readonly error: infer Body }
  ? Extract<Of, Status> extends never
    ? never
    : ApiError & { readonly status: Extract<Of, Status>; readonly body: Body } & TypedHeaders<Case>
  : never;

/** The headers that are described of an answer; `headers` has them all, as texts. */
type TypedHeaders<Case> = Case extends { readonly headers: infer Described }
  ? { readonly typedHeaders: Described }
  : unknown;
