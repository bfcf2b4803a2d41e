import type { RequestBody } from "./operation.js";

/**
 * A body of which the description says nothing. What `fetch` can send is sent as it is, with the content type that
 * belongs to it; anything else goes as JSON.
 */
export function encodeUnknown(value: unknown): RequestBody {
  return isRequestBody(value) ? value : new Blob([JSON.stringify(value)], { type: "application/json" });
}

function isRequestBody(value: unknown): value is RequestBody {
  return (
    typeof value === "string" ||
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    value instanceof URLSearchParams ||
    value instanceof FormData ||
    value instanceof ReadableStream
  );
}
