/** One attempt of a call: from the draft of its request to what becomes of the answer. */
import { connected } from "./connected.js";
import { within } from "./deadline.js";
import { copyOf, requestOf } from "./draft.js";
import type { Next } from "./middleware.js";
import type { Exchange } from "./operation.js";
import { authorize } from "./security.js";

/** Sends a request with its credentials, past the middleware, and does with its answer what must be done in the same time. */
export function attempt<T>(
  exchange: Exchange,
  retry: number,
  work: (response: Response, exchange: Exchange) => T | Promise<T>,
): Promise<T> {
  const { client, draft, settings } = exchange;
  const { spec } = draft;
  // Not called as a method: a browser's `fetch` refuses any `this` but the window.
  const { timeoutMs = 60_000, signal, fetch: send = fetch } = settings;
  return within(spec, timeoutMs, signal, async (ended) => {
    const authorized = copyOf(draft);
    await authorize(client, authorized, settings);
    const { operation, method, path, tags } = spec;
    const call = { operation, method, path, tags, retry };
    const next = authorized.middleware.reduceRight<Next>(
      (inner, layer) => (request) => layer(request, inner, call),
      (request) => connected(spec, () => send(request)),
    );
    return work(await next(requestOf(authorized, ended)), exchange);
  });
}
