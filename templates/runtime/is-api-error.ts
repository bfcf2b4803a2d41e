import { ApiError } from "./errors.js";

/**
 * Whether an error is the answer of this operation, with this status where one is given: then its `body` has the type that
 * the description gives it, and where headers are described `typedHeaders` are those.
 */
export function isApiError<Call extends Operation, Status extends number = Failed<Call>["status"]>(
  error: unknown,
  operation: Call,
  status?: Status & Failed<Call>["status"],
): error is ApiErrorOf<Failed<Call>, Status> {
  const isOfOperation = error instanceof ApiError && error.function === operation;
  return isOfOperation && (status === undefined || error.status === status);
}

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
