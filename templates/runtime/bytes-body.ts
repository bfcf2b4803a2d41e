/** Bodies of bytes. */
import type { Draft } from "./draft.js";
import type { RequestBody } from "./operation.js";
import { type Bytes, chunksIn, isByteStream, uploadOf } from "./streams/upload.js";

export type { Bytes };

/** Sent as they are. A stream can be sent once only, so a call with one is never tried again. */
export function encodeBytes(value: unknown, _spec: unknown, draft: Draft): RequestBody {
  // The generated input types admit nothing else here.
  return isByteStream(value) ? uploadOf(chunksIn(value), draft) : (value as RequestBody);
}
