/** The headers of a request. The first that is put wins. */
import type { Draft } from "./draft.js";
import { InputError } from "./errors.js";
import { given } from "./own.js";

/** Sets those of the headers that have a value and are not set. */
export function putHeaders(draft: Draft, values: object | undefined): void {
  for (const [name, value] of given(values)) putHeader(draft, name, String(value));
}

/** Sets a header, unless it is set. */
export function putHeader({ spec, headers }: Draft, name: string, value: string): void {
  if (headers.has(name)) return;
  // `fetch` would trim a line break at the end and name the value, which may be a credential, in its own error.
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) throw new InputError(spec, `the header ${name} has an illegal character`);
  headers.set(name, value);
}
