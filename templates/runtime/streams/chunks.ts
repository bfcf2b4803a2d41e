import { connected } from "../connected.js";
import { pause } from "../deadline.js";
import type { Exchange } from "../operation.js";

/**
 * The bytes of a body as they arrive. Whoever stops reading ends the transfer, and so does the signal of the call, also
 * before the first piece is read. `timeoutMs` is about the start of an answer, not about a stream that goes on.
 */
export function bytesOf(
  response: Response,
  { draft: { spec }, settings: { signal } }: Exchange,
): AsyncGenerator<Uint8Array> {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  const stop = (): void => void reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  const all = pieces();
  const end = all.return.bind(all);
  // A generator ends after the piece that it waits for, which may never come.
  all.return = (value) => {
    stop();
    return end(value);
  };
  return all;

  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const { done, value } = await connected(spec, () => reader.read());
        // Throws what the call itself would.
        if (signal?.aborted) await pause(spec, 0, signal);
        if (done) return;
        yield value;
      }
    } finally {
      signal?.removeEventListener("abort", stop);
      stop();
    }
  }
}

/** The same as text. */
export function chunksOf(response: Response, exchange: Exchange): AsyncGenerator<string> {
  const pieces = bytesOf(response, exchange);
  return chunks();

  async function* chunks(): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for await (const it of pieces) yield decoder.decode(it, { stream: true });
    yield decoder.decode();
  }
}
