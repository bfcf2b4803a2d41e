/** One attempt of a call: from the draft of its request to the outcome. */
import { connected } from "./connected.js";
import { within } from "./deadline.js";
import { type Draft, copyOf, requestOf } from "./draft.js";
import { type Next, compose } from "./middleware.js";
import type { Exchange } from "./operation.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { authorize } from "./security.js";

/** Sends a request and reads its answer, within the time that an attempt may take. */
export function attempt(exchange: Exchange, retry: number): Promise<Outcome> {
  return timed(exchange, retry, (response) => outcomeOf(exchange, response));
}

/** Sends a request with its credentials, past the middleware, and does with its answer what must be done in the same time. */
export function timed<T>(
  { client, draft, options }: Exchange,
  retry: number,
  work: (response: Response) => T | Promise<T>,
): Promise<T> {
  const { id: operation, method, path, tags } = draft.spec;
  const { timeoutMs = client.options.timeoutMs ?? 60_000, signal } = options;
  return within(draft.spec, timeoutMs, signal, async (ended) => {
    const authorized = copyOf(draft);
    await authorize(client, authorized, options);
    const info = { operation, method, path, tags, retry };
    const send = compose(client.options.middleware ?? [], info, transport(client.options.fetch ?? fetch, authorized));
    return work(await send(requestOf(authorized, ended)));
  });
}

// `send` is not called as a method: a browser's `fetch` refuses any `this` but the window.
function transport(send: Next, { spec, sender }: Draft): Next {
  return (request) => connected(spec, async () => (sender ? sender(spec, request, send) : send(request)));
}
