import type { Stripe } from "stripe";

/** One call, made twice: by its `operationId` through the generated SDK, and through Stripe's own package. */
export interface Row {
  readonly operation: string;
  /** The path parameters, in the order of the path. */
  readonly ids: readonly string[];
  /** The query of a GET, the form of any other method. */
  readonly params: object | undefined;
  readonly theirs: (stripe: Stripe) => Promise<unknown>;
  /** What the two do not have in common on purpose. */
  readonly differs?: Deviation;
}

/** Where the two differ on purpose. */
export type Deviation = "a form on DELETE";

/** A call with parameters, which the types of Stripe's package check here and those of the SDK in the test. */
export const row = <Params extends object, const Ids extends readonly string[]>(
  operation: string,
  ids: Ids,
  theirs: (stripe: Stripe, ids: Ids, params: Params) => Promise<unknown>,
  params: NoInfer<Params>,
  differs?: Deviation,
): Row => ({
  operation,
  ids,
  params,
  theirs: (stripe) => theirs(stripe, ids, params),
  ...(differs && { differs }),
});

/** A call without parameters but those of its path. */
export const bare = <const Ids extends readonly string[]>(
  operation: string,
  ids: Ids,
  theirs: (stripe: Stripe, ids: Ids) => Promise<unknown>,
): Row => ({ operation, ids, params: undefined, theirs: (stripe) => theirs(stripe, ids) });
