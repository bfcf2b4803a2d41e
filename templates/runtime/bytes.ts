/** Answers of bytes. */
import type { Reader } from "./operation.js";

/** Whatever is not text is read as a Blob; nothing at all, of no type, is undefined. */
export const bytes: Reader = {
  types: /^(?!text\/|[^,;]*[/+]xml\b)/i,
  read: async (response) => {
    const blob = await response.blob();
    return blob.size > 0 || response.headers.has("content-type") ? blob : undefined;
  },
};
