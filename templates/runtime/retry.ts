/** When a call is tried again, and after how long. */
import { ConnectionError } from "./errors.js";
import type { Outcome } from "./outcome.js";

/** What may be tried again: an answer that is no success, or what was thrown where there is no answer. */
export type Failed = Extract<Outcome, { readonly ok: false }> | { readonly ok: false; readonly thrown: unknown };

/**
 * Decides whether a call is tried again, where it may be: it can be repeated, and `maxRetries` is not reached. Gives the
 * milliseconds to wait before the next attempt; undefined gives up. `usual` is what is done without a policy, and `retry`
 * is 0 for the first retry.
 */
export type RetryPolicy = (failed: Failed, usual: number | undefined, retry: number) => number | undefined;

/**
 * The milliseconds to wait before the next attempt, or undefined when there is no point in one. A time-out is not tried
 * again: the caller has waited as long as it wanted to.
 */
export function usualPause(failed: Failed, retry: number): number | undefined {
  if ("thrown" in failed) return failed.thrown instanceof ConnectionError ? backOff(retry) : undefined;
  const ms = askedBy(failed.response.headers) ?? backOff(retry);
  const isTransient = /^(4(08|09|29)|5..)$/.test(`${failed.status}`);
  return isTransient && ms <= longestPause ? ms : undefined;
}

/** A server that asks for more than this is not waited for: its answer is more use to the caller than a call that hangs. */
const longestPause = 60_000;

/** Exponential, with full jitter so that the clients of a server that was down do not come back all at once, and a cap of 8 s. */
function backOff(retry: number): number {
  return Math.random() * Math.min(8_000, 500 * 2 ** retry);
}

/** The milliseconds that a server asks for by `Retry-After-Ms` or `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3). */
function askedBy(headers: Headers): number | undefined {
  const after = `${headers.get("retry-after")}`;
  const ms = parseFloat(`${headers.get("retry-after-ms")}`);
  return [ms, parseFloat(after) * 1_000, Date.parse(after) - Date.now()].find((it) => it >= 0);
}
