import { connected } from "../connected.js";
import { AbortError } from "../errors.js";
import type { Exchange } from "../operation.js";

/**
 * The text of a body as it arrives. Whoever stops reading ends the transfer, and so does the signal of the call, also
 * before the first piece is read. `timeoutMs` is about the start of an answer, not about a stream that goes on.
 */
export function chunksOf(
  response: Response,
  { draft: { spec }, settings: { signal } }: Exchange,
): AsyncGenerator<string> {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  const stop = (): void => void reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  return chunks();

  async function* chunks(): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    try {
      for (;;) {
        const { done, value } = await connected(spec, () => reader.read());
        if (signal?.aborted) throw new AbortError(spec, "aborted", { cause: signal.reason });
        yield decoder.decode(value, { stream: !done });
        if (done) return;
      }
    } finally {
      signal?.removeEventListener("abort", stop);
      stop();
    }
  }
}
