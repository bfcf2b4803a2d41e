/** The headers of a request. */
import type { CallOptions, Client } from "./client.js";
import { InputError } from "./errors.js";
import { isIdempotent, keyHeaderOf } from "./idempotency.js";
import type { OperationInput, OperationSpec } from "./operation.js";
import { given } from "./own.js";
import { form } from "./styles/form.js";
import { simple } from "./styles/simple.js";
import { verbatim } from "./styles/style.js";
import { write, writeAll } from "./styles/write.js";

/** All headers but those of credentials. */
export function headersOf(
  client: Client,
  spec: OperationSpec,
  input: OperationInput,
  { headers: ofCall, idempotencyKey }: CallOptions,
  contentType: string | undefined,
): Headers {
  const { idempotencyHeader, headers: ofClient } = client.options;
  const key = keyHeaderOf(client);
  const parameters = write(input.header, spec.headerStyles, simple, verbatim);
  const headers = new Headers();
  // The first that is put wins.
  for (const [name, value] of [
    ...given({ [key]: idempotencyKey }),
    ...given(ofCall),
    ...parameters.flatMap(([name, pieces]) => pieces.map((it) => [name, it] as const)),
    ...given(ofClient),
    ...given({
      cookie: writeAll(input.cookie, spec.cookieStyles, form, "; ") || undefined,
      accept: spec.accept,
      "content-type": contentType,
      ...(idempotencyHeader !== undefined && !isIdempotent(spec) && { [key]: crypto.randomUUID() }),
    }),
  ])
    putHeader(spec, headers, name, String(value));
  return headers;
}

/** Sets a header, unless it is set. */
export function putHeader(spec: OperationSpec, headers: Headers, name: string, value: string): void {
  if (headers.has(name)) return;
  // `fetch` would trim a line break at the end and name the value, which may be a credential, in its own error.
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) throw new InputError(spec, `the header ${name} has an illegal character`);
  headers.set(name, value);
}
