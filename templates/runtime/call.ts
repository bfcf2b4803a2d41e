/** The one way to the server: every generated operation hands its description to `call`. */
import { type ApiPromise, apiPromise } from "./api-promise.js";
import { attempt } from "./attempt.js";
import type { CallOptions, Client } from "./client.js";
import { connected } from "./connected.js";
import { pause } from "./deadline.js";
import { type Draft, draftOf } from "./draft.js";
import { InputError } from "./errors.js";
import type { OperationInput, OperationSpec } from "./operation.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { defined } from "./own.js";
import { type Failed, usualPause } from "./retry.js";

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
  const write = (): Draft => draftOf(client, spec, input, options);
  const draft = await connected(spec, write, InputError, "the input cannot be written");
  const settings = { ...client.options, ...defined(options) };
  const { maxRetries = 2, retryPolicy = (_failed, usual) => usual, signal } = settings;
  for (let retry = 0; ; retry++) {
    const result = await attempt({ client, draft, settings }, retry, outcomeOf).catch(failure);
    const mayRetry = !result.ok && draft.isRepeatable && retry < maxRetries;
    const ms = mayRetry ? retryPolicy(result, usualPause(result, retry), retry) : undefined;
    if (ms !== undefined) await pause(spec, ms, signal);
    else if ("thrown" in result) throw result.thrown;
    else return result;
  }
}

const failure = (thrown: unknown): Failed & { readonly thrown: unknown } => ({ ok: false, thrown });
