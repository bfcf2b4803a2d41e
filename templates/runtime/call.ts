/** The one way to the server: every generated operation hands its description to `call`. */
import { type ApiPromise, apiPromise } from "./api-promise.js";
import { attempt } from "./attempt.js";
import type { CallOptions, Client } from "./client.js";
import { pause } from "./deadline.js";
import { draftOf } from "./draft.js";
import { ConnectionError } from "./errors.js";
import { mayRepeat } from "./idempotency.js";
import type { OperationInput, OperationSpec } from "./operation.js";
import type { Outcome } from "./outcome.js";
import { pauseAfter } from "./retry.js";

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
  const { maxRetries = client.options.maxRetries ?? 2, signal } = options;
  const retries = mayRepeat(client, draft) ? maxRetries : 0;
  for (let retry = 0; ; retry++) {
    const result = await attempt({ client, draft, options }, retry).catch(connectionError);
    const failed = result instanceof ConnectionError || !result.ok;
    const ms = failed && retry < retries ? pauseAfter(result, retry) : undefined;
    if (ms !== undefined) await pause(spec, ms, signal);
    else if (result instanceof ConnectionError) throw result;
    else return result;
  }
}

/** Of all that an attempt can reject with, only a lost connection is worth another one. */
function connectionError(error: unknown): ConnectionError {
  if (error instanceof ConnectionError) return error;
  throw error;
}
