/** One attempt of a call: from the draft of its request to the outcome. */
import type { CallOptions, Client } from "./client.js";
import { connected } from "./connected.js";
import { within } from "./deadline.js";
import { type Draft, copyOf, requestOf } from "./draft.js";
import { type Next, compose } from "./middleware.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { authorize } from "./security.js";

/** Sends a request and reads its answer, within the time that an attempt may take. */
export function attempt(client: Client, draft: Draft, options: CallOptions, retry: number): Promise<Outcome> {
  const { spec } = draft;
  const { timeoutMs = client.options.timeoutMs ?? 60_000, signal } = options;
  return within(spec, timeoutMs, signal, async (ended) =>
    outcomeOf({ client, draft, options }, await send(client, draft, options, retry, ended)),
  );
}

/** Sends a request with its credentials, past the middleware. */
export async function send(
  client: Client,
  draft: Draft,
  options: CallOptions,
  retry: number,
  ended: AbortSignal,
): Promise<Response> {
  const authorized = copyOf(draft);
  await authorize(client, authorized, options);
  const { id: operation, method, path } = draft.spec;
  const info = { operation, method, path, retry };
  const next = compose(client.options.middleware ?? [], info, transport(client, authorized));
  return next(requestOf(authorized, ended));
}

function transport(client: Client, { spec, sender }: Draft): Next {
  // Not called as a method: a browser's `fetch` refuses any `this` but the window.
  const send = client.options.fetch ?? fetch;
  return (request) => connected(spec, async () => (sender === undefined ? send(request) : sender(spec, request, send)));
}
