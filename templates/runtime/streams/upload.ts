/** Bodies that are streamed while they are sent. */
import type { Draft } from "../draft.js";
import type { Middleware } from "../middleware.js";

/** What gives bytes as they come: a stream, or anything else that is iterated for chunks, such as a stream of Node's. */
export type ByteStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** All that a body of bytes may be given as. */
export type Bytes = Blob | ArrayBuffer | Uint8Array | ByteStream;

/** Whether a value can be read once only. */
export function isByteStream(value: unknown): value is ByteStream {
  return (
    value instanceof ReadableStream || (typeof value === "object" && value !== null && Symbol.asyncIterator in value)
  );
}

/**
 * A stream that `fetch` sends as it is read. Some browsers send none and would write the name of its class instead;
 * Chromium sends them over HTTP/2 and HTTP/3 alone, and fails the connection otherwise.
 */
export function uploadOf(chunks: AsyncGenerator<Uint8Array>, draft: Draft): ReadableStream<Uint8Array> {
  // What takes a stream for a text gives it a content type (Fetch, section 5.2).
  const trial: RequestInit & { readonly duplex: "half" } = {
    method: "POST",
    body: new ReadableStream(),
    duplex: "half",
  };
  if (new Request("https://localhost", trial).headers.has("content-type"))
    throw new TypeError("This platform sends no streams, give a Blob.");
  const end = async (): Promise<void> => void (await chunks.return(undefined));
  return new ReadableStream<Uint8Array>({
    start(controller) {
      draft.middleware = [
        ...draft.middleware,
        stopping((reason) => {
          controller.error(reason);
          return end();
        }),
      ];
    },
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: end,
  });
}

/** Node goes on reading the body of a request that is aborted. */
const stopping =
  (stop: (reason: unknown) => Promise<void>): Middleware =>
  (request, next) => {
    const { signal } = request;
    signal.addEventListener("abort", () => stop(signal.reason).catch(() => {}), { once: true });
    return next(request);
  };

/** The chunks of a stream. Whoever stops early ends it. */
export async function* chunksIn(stream: ByteStream): AsyncGenerator<Uint8Array> {
  if (!(stream instanceof ReadableStream)) {
    for await (const chunk of stream) yield chunk;
    return;
  }
  // Safari's streams are no iterables.
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}
