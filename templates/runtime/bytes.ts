/** Answers of bytes. */
import type { Exchange, Reader } from "./operation.js";

/** How a call may want bytes instead of as a Blob. */
export interface BytesOptions {
  readonly bytes?: (response: Response, exchange: Exchange) => unknown;
}

/** Whatever is not text is read as a Blob; nothing at all, of no type, is undefined. */
export const bytes: Reader = {
  types: /^(?!text\/|[^,;]*[/+]xml\b)/i,
  read: async (response, exchange) => {
    // `asStream` adds it.
    const { bytes: read } = exchange.settings as BytesOptions;
    if (read && response.ok) return read(response, exchange);
    const blob = await response.blob();
    return blob.size > 0 || response.headers.has("content-type") ? blob : undefined;
  },
};
