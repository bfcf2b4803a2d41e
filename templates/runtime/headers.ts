/** The headers of a request. The first that is put wins. */
import { InputError } from "./errors.js";
import type { OperationSpec } from "./operation.js";
import { given } from "./own.js";

/** Sets those of the headers that have a value and are not set. */
export function putHeaders(spec: OperationSpec, headers: Headers, values: object | undefined): void {
  for (const [name, value] of given(values)) putHeader(spec, headers, name, String(value));
}

/** Sets a header, unless it is set. */
export function putHeader(spec: OperationSpec, headers: Headers, name: string, value: string): void {
  if (headers.has(name)) return;
  // `fetch` would trim a line break at the end and name the value, which may be a credential, in its own error.
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) throw new InputError(spec, `the header ${name} has an illegal character`);
  headers.set(name, value);
}
