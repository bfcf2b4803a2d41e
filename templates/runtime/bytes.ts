/** Bodies of bytes. */
import type { Reader, RequestBody } from "./operation.js";

/** Sent as they are. A stream can be sent once only, so a call with one is never tried again. */
export function encodeBytes(value: unknown): RequestBody {
  return value as RequestBody; // The generated input types admit nothing else here.
}

/** Whatever is not text is read as a Blob; nothing at all, of no type, is undefined. */
export const bytes: Reader = {
  types: /^(?!text\/|[^,;]*[/+]xml\b)/i,
  read: async (response) => {
    const blob = await response.blob();
    return blob.size > 0 || response.headers.has("content-type") ? blob : undefined;
  },
};
