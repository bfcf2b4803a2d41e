import { attempt } from "../attempt.js";
import { longestTimer, pause } from "../deadline.js";
import { copyOf } from "../draft.js";
import { ApiError, ConnectionError } from "../errors.js";
import type { Exchange } from "../operation.js";
import { outcomeOf } from "../outcome.js";
import type { ServerEvent } from "./event-parser.js";

/** Where a stream has come to. */
export interface Place {
  lastEventId: string;
  /** The milliseconds that the server asks to wait before a new connection. */
  retryMs: number;
}

type Events = AsyncGenerator<ServerEvent>;

/**
 * Goes on with a new connection whenever one ends or breaks, after the last event that arrived, until the server answers
 * with 204, a failure, or something else than events (WHATWG HTML, section 9.2.3).
 */
export async function* reconnecting(
  first: Events,
  read: (response: Response) => Promise<Events>,
  place: Place,
  exchange: Exchange,
): Events {
  const { spec } = exchange.draft;
  for (let events: Events | undefined = first; events !== undefined;) {
    yield* untilBroken(events);
    events = undefined;
    while (events === undefined) {
      await pause(spec, Math.min(place.retryMs, longestTimer), exchange.settings.signal);
      const response = await again(exchange, place).catch(unlessBroken);
      if (response?.status === 204) return;
      events = response && (await read(response));
    }
  }
}

/** The events of one connection, without the error that may end it. */
async function* untilBroken(events: Events): Events {
  try {
    yield* events;
  } catch (error) {
    unlessBroken(error);
  }
}

function unlessBroken(error: unknown): undefined {
  if (!(error instanceof ConnectionError)) throw error;
}

function again(exchange: Exchange, { lastEventId }: Place): Promise<Response> {
  const draft = copyOf(exchange.draft);
  // A header is a text of bytes, each a character.
  const id = String.fromCharCode(...new TextEncoder().encode(lastEventId));
  if (id !== "") draft.headers.set("last-event-id", id);
  return attempt({ ...exchange, draft }, 0, unlessFailed);
}

async function unlessFailed(response: Response, exchange: Exchange): Promise<Response> {
  const failed = response.ok ? undefined : await outcomeOf(response, exchange);
  if (failed?.ok === false) throw new ApiError(exchange.draft.spec, response, failed.error);
  return response;
}
