/** When a call is tried again, and after how long. */
import { ConnectionError } from "./errors.js";
import type { Outcome } from "./outcome.js";

/** The milliseconds to wait before the next attempt, or undefined when there is no point in one. */
export function pauseAfter(failed: Outcome | ConnectionError, retry: number): number | undefined {
  if (failed instanceof ConnectionError) return backOff(retry);
  if (!isTransient(failed.status)) return undefined;
  const asked = retryAfter(failed.response.headers);
  if (asked > longestPause) return undefined;
  return asked >= 0 ? asked : backOff(retry);
}

/** A server that asks for more than this is not waited for: its answer is more use to the caller than a call that hangs. */
const longestPause = 60_000;

function isTransient(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/** Exponential, with full jitter so that the clients of a server that was down do not come back all at once, and a cap of 8 s. */
function backOff(retry: number): number {
  return Math.random() * Math.min(8_000, 500 * 2 ** retry);
}

/** The milliseconds that `Retry-After` asks for, in seconds or as a date (RFC 9110, section 10.2.3). */
function retryAfter(headers: Headers): number {
  const value = headers.get("retry-after") ?? "";
  const seconds = Number.parseFloat(value);
  return Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1_000;
}
