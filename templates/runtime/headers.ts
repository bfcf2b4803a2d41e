/** The headers of a request. */
import type { CallOptions, Client } from "./client.js";
import { InputError } from "./errors.js";
import type { OperationInput, OperationSpec } from "./operation.js";
import { given, own } from "./own.js";
import { isIdempotent, keyHeaderOf } from "./idempotency.js";
import { simple } from "./styles/simple.js";
import { verbatim } from "./styles/style.js";

/** All headers but those of credentials. */
export function headersOf(
  client: Client,
  spec: OperationSpec,
  input: OperationInput,
  options: CallOptions,
  contentType: string | undefined,
): Headers {
  const headers = new Headers();
  const put = (values: object | undefined): void =>
    given(values).forEach(([name, value]) => putHeader(spec, headers, name, String(value)));
  // The first that is put wins.
  const key = keyHeaderOf(client);
  put({ [key]: options.idempotencyKey });
  put(options.headers);
  put(parameters(spec, input));
  put(client.options.headers);
  put({ accept: spec.accept, "content-type": contentType });
  if (client.options.idempotencyHeader !== undefined && !isIdempotent(spec)) put({ [key]: crypto.randomUUID() });
  return headers;
}

/** Sets a header, unless it is set. */
export function putHeader(spec: OperationSpec, headers: Headers, name: string, value: string): void {
  if (headers.has(name)) return;
  // `fetch` would trim a line break at the end and name the value, which may be a credential, in its own error.
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) throw new InputError(spec, `the header ${name} has an illegal character`);
  headers.set(name, value);
}

function parameters({ headerStyles }: OperationSpec, { header }: OperationInput): object {
  return Object.fromEntries(
    given(header).map(([name, value]) => [name, (own(headerStyles, name) ?? simple)(name, value, verbatim)[0]]),
  );
}
