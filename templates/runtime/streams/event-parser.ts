import type { Place } from "./reconnect.js";

/** An event as it arrives. What its lines do not say is not there. */
export interface ServerEvent {
  readonly data: string;
  readonly event?: string;
  readonly id?: string;
  readonly retry?: number;
}

/**
 * The events of a stream (WHATWG HTML, section 9.2.6), however its text is cut into chunks. An event that is not ended by
 * an empty line is not complete and is not given. The place keeps what a later connection must know.
 */
export async function* eventsIn(chunks: AsyncGenerator<string>, place: Place): AsyncGenerator<ServerEvent> {
  let event: Partial<ServerEvent> = {};
  for await (const line of linesOf(chunks)) {
    if (line !== "") {
      event = { ...event, ...fieldOf(line, event) };
      continue;
    }
    place.lastEventId = event.id ?? place.lastEventId;
    place.retryMs = event.retry ?? place.retryMs;
    const { data } = event;
    if (data !== undefined) yield { ...event, data };
    event = {};
  }
}

/** What a line adds to its event: nothing, where it is a comment or no field that is known. */
function fieldOf(line: string, { data }: Partial<ServerEvent>): Partial<ServerEvent> {
  const [, name, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
  if (name === "data") return { data: data === undefined ? value : `${data}\n${value}` };
  if (name === "event") return { event: value };
  if (name === "id" && !value.includes("\0")) return { id: value };
  return name === "retry" && /^\d+$/.test(value) ? { retry: Number(value) } : {};
}

/** Lines end with CR, LF or both. A CR at the end of a chunk ends its line at once; an LF that follows belongs to it. */
async function* linesOf(chunks: AsyncGenerator<string>): AsyncGenerator<string> {
  let rest = "";
  let afterReturn = false;
  for await (const chunk of chunks) {
    const text = afterReturn && chunk.startsWith("\n") ? chunk.slice(1) : chunk;
    if (chunk !== "") afterReturn = chunk.endsWith("\r");
    // The chunk alone is searched: a line of many chunks would take time that grows with its square.
    const [first = "", ...others] = text.split(/\r\n|[\r\n]/);
    const lines = [rest + first, ...others];
    rest = lines.pop() ?? "";
    for (const line of lines) yield line; // TypeScript 5.5 refuses to delegate.
  }
}
