/** Which calls may be made twice without doing more than once. */
import type { Client } from "./client.js";
import type { Draft } from "./draft.js";
import type { OperationSpec } from "./operation.js";

/** Whether a call may be tried again: twice does no more than once, and the body can be sent twice. */
export function mayRepeat(client: Client, { spec, headers, body }: Draft): boolean {
  return (isIdempotent(spec) || headers.has(keyHeaderOf(client))) && !(body instanceof ReadableStream);
}

/** RFC 9110, section 9.2.2. */
export function isIdempotent({ method }: OperationSpec): boolean {
  return /^(GET|HEAD|OPTIONS|PUT|DELETE|TRACE)$/.test(method);
}

/** The header in which this client sends idempotency keys. */
export function keyHeaderOf(client: Client): string {
  return client.options.idempotencyHeader ?? "Idempotency-Key";
}

/** A random UUID. On pages that did not come by https browsers make none, so there it is as many random bits. */
export function randomKey(): string {
  return crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");
}
