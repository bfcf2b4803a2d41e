import type { RequestBody } from "./operation.js";

/** Bodies of bytes, sent as they are. A stream can be sent once only, so a call with one is never tried again. */
export function encodeBytes(value: unknown): RequestBody {
  return value as RequestBody; // The generated input types admit nothing else here.
}
