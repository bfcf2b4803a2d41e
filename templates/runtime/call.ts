/** The one way to the server: every generated operation hands its description to `call`. */
import { type ApiPromise, apiPromise } from "./api-promise.js";
import { attempt } from "./attempt.js";
import type { CallOptions, Client } from "./client.js";
import { pause } from "./deadline.js";
import { draftOf } from "./draft.js";
import { mayRepeat } from "./idempotency.js";
import type { OperationInput, OperationSpec } from "./operation.js";
import type { Outcome } from "./outcome.js";
import { type Failed, pauseAfter } from "./retry.js";

/** Starts a call. Whatever goes wrong rejects the promise; nothing is thrown at once. */
export function call<Output, Failure, Responses>(
  client: Client,
  spec: OperationSpec,
  input: OperationInput = {},
  options: CallOptions = {},
): ApiPromise<Output, Failure, Responses> {
  return apiPromise<Output, Failure, Responses>(spec, outcome(client, spec, input, options));
}

/** Tries until an attempt succeeds, or fails in a way that no further attempt could mend. */
async function outcome(
  client: Client,
  spec: OperationSpec,
  input: OperationInput,
  options: CallOptions,
): Promise<Outcome> {
  const draft = draftOf(client, spec, input, options);
  const { maxRetries = client.options.maxRetries ?? 2, retryPolicy = client.options.retryPolicy, signal } = options;
  const retries = mayRepeat(client, draft) ? maxRetries : 0;
  for (let retry = 0; ; retry++) {
    const result = await attempt({ client, draft, options }, retry).catch(failure);
    const ms = result.ok || retry >= retries ? undefined : pauseAfter(result, retry, retryPolicy);
    if (ms !== undefined) await pause(spec, ms, signal);
    else if ("thrown" in result) throw result.thrown;
    else return result;
  }
}

const failure = (thrown: unknown): Failed & { readonly thrown: unknown } => ({ ok: false, thrown });
