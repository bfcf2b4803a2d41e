/**
 * A body of which the description says nothing. What `fetch` can send is sent as it is, with the content type that
 * belongs to it; anything else goes as JSON.
 */
export function encodeUnknown(value: unknown): BodyInit {
  return isBodyInit(value) ? value : new Blob([JSON.stringify(value)], { type: "application/json" });
}

function isBodyInit(value: unknown): value is BodyInit {
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
