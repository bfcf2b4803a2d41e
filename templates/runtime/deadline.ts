/** Limits on how long a piece of work may take. */
import { AbortError, TimeoutError } from "./errors.js";
import type { OperationSpec } from "./operation.js";

/**
 * Does the work within `timeoutMs` and until `signal` is aborted. Work that is no longer wanted is told so by the signal
 * that it is given, and is not waited for. Neither a timer nor a listener is left when the promise settles.
 */
export function within<T>(
  spec: OperationSpec,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (error: Error): void => {
      release();
      reject(error);
      controller.abort(error);
    };
    const onAbort = (): void => {
      const cause = signal?.reason;
      // So is called what `AbortSignal.timeout()` gives.
      stop(new (cause?.name === "TimeoutError" ? TimeoutError : AbortError)(spec, "aborted", { cause }));
    };
    const onTime = (): void => stop(new TimeoutError(spec, `no complete answer in ${timeoutMs} ms`));
    const timer = timeoutMs > 0 && timeoutMs <= longestTimer ? setTimeout(onTime, timeoutMs) : undefined;
    const release = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort);
    work(controller.signal).finally(release).then(resolve, reject);
  });
}

/** Lets time pass. */
export function pause(spec: OperationSpec, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return within(spec, 0, signal, (ended) => {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      ended.addEventListener("abort", () => clearTimeout(timer));
    });
  });
}

/** Timers count in 32 bits; one that is set for longer would end at once. */
export const longestTimer: number = 2 ** 31 - 1;
