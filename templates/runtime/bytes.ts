/** Answers of bytes. */
import type { Exchange, Reader } from "./operation.js";

/** How a call may want bytes instead of as a Blob. */
export interface BytesOptions {
  readonly bytes?: (response: Response, exchange: Exchange) => unknown;
}

/** Whatever is neither text nor JSON is read as a Blob; nothing at all, of no type, is undefined. */
export const bytes: Reader = {
  types: /^(?!text\/|[^,;]*[/+](?:xml\b|json$))/i,
  read: async (response, exchange) => {
    // `asStream` adds it.
    const { bytes: read } = exchange.settings as BytesOptions;
    if (read && response.ok) return read(response, exchange);
    const blob = await response.blob();
    return blob.size > 0 || response.headers.has("content-type") ? blob : undefined;
  },
};

/** A file of any type, JSON and text too, is read as a Blob. What tells of a failure is JSON or a text. */
export const anyBytes: Reader = {
  types: /^/,
  read: async (response, exchange) => {
    if (response.ok) return bytes.read(response, exchange);
    const text = await response.text();
    try {
      return (exchange.draft.spec.parse ?? JSON.parse)(text);
    } catch {
      return text;
    }
  },
};
