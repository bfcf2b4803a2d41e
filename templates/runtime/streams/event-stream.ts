/** Server-sent events (WHATWG HTML, section 9.2). */
import { DecodeError } from "../errors.js";
import type { Exchange, Reader } from "../operation.js";
import { chunksOf } from "./chunks.js";
import { type ServerEvent, eventsIn } from "./event-parser.js";
import { type Place, reconnecting } from "./reconnect.js";

/** Gives the events one by one, their data as text. */
export const eventStream: Reader = {
  types: /^text\/event-stream\b/i,
  read: (response, exchange) => read(response, exchange, (data) => data),
};

/** Gives the events one by one, their data read as JSON. Many APIs end a stream by the data `[DONE]`, which is no event of theirs. */
export const jsonEventStream: Reader = {
  types: /^text\/event-stream\b/i,
  read: (response, exchange) =>
    read(response, exchange, (data) => (data === "[DONE]" ? undefined : parseIn(exchange)(data))),
};

/** What call options have for operations that answer with events. */
export interface EventStreamOptions {
  /**
   * Goes on with a new connection when one ends, from the last event that arrived (`Last-Event-ID`), until the server
   * answers with 204 or a failure, or the caller stops reading.
   */
  readonly reconnect?: boolean | undefined;
}

const parseIn = ({ draft }: Exchange): ((text: string) => unknown) => draft.spec.parse ?? JSON.parse;

/** Undefined ends the stream. */
type ReadData = (data: string) => unknown;

async function read(response: Response, exchange: Exchange, readData: ReadData): Promise<unknown> {
  return response.ok ? decoded(await eventsOf(response, exchange), readData, response, exchange) : response.text();
}

/** The events of an answer, and where the call asks for it those of the answers that follow when the connection ends. */
async function eventsOf(first: Response, exchange: Exchange): Promise<AsyncGenerator<ServerEvent>> {
  const place: Place = { lastEventId: "", retryMs: 3_000 };
  const open = async (response: Response): Promise<AsyncGenerator<ServerEvent>> => {
    const { spec } = exchange.draft;
    if (!/event-stream/i.test(response.headers.get("content-type") ?? "event-stream"))
      throw new DecodeError(spec, response, await response.text(), ": the body is not an event stream");
    return eventsIn(chunksOf(response, exchange), place);
  };
  const events = await open(first);
  // The generated functions take these options where they give events.
  const { reconnect } = exchange.settings as EventStreamOptions;
  return reconnect ? reconnecting(events, open, place, exchange) : events;
}

async function* decoded(
  events: AsyncGenerator<ServerEvent>,
  readData: ReadData,
  response: Response,
  { draft: { spec } }: Exchange,
): AsyncGenerator<unknown> {
  for await (const event of events) {
    const data = attempted(() => readData(event.data), event.data);
    if (data === undefined) return;
    yield { ...event, data };
  }

  function attempted(work: () => unknown, data: string): unknown {
    try {
      return work();
    } catch {
      throw new DecodeError(spec, response, data, ": the data of an event are not JSON");
    }
  }
}
