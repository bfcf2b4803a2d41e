/** What is sent as bytes. A stream can be sent once only, so a call with one is never retried. */
export type Bytes = Blob | BufferSource | ReadableStream<Uint8Array> | string;

/** Bodies of bytes, passed to `fetch` as they are. */
export function encodeBytes(value: unknown): BodyInit {
  return value as Bytes; // The generated input types admit nothing else here.
}
