/** Response headers that the description gives a type. */
import type { ApiPromise } from "../api-promise.js";
import { own } from "../own.js";

/** Makes the text of a header the value that is described; undefined where it is none. */
export type HeaderReader = (text: string) => unknown;

/** How the headers of each status, range or `default` are read, by their names on the wire. */
export type HeaderReaders = Readonly<Record<string, Readonly<Record<string, HeaderReader>>>>;

/** Adds `headers` to what a call tells of its answer. They are read when they are asked for, not before. */
export function withHeaders<Output, Failure, Responses, Described>(
  call: ApiPromise<unknown>,
  readers: HeaderReaders,
): ApiPromise<Output, Failure, Responses, Described> {
  const { withResponse, result } = call;
  const added = {
    withResponse: async () => addHeaders(await withResponse(), readers),
    result: async () => addHeaders(await result(), readers),
  };
  // What the description says of the answers; nothing checks it.
  return Object.assign(call, added) as unknown as ApiPromise<Output, Failure, Responses, Described>;
}

/** The same with the described headers of its response. One that did not come, or is not what it should be, is left out. */
export function addHeaders<T extends { readonly response: Response }>(it: T, readers: HeaderReaders): T & WithHeaders {
  const { status, headers } = it.response;
  const described = own(readers, `${status}`) ?? own(readers, `${`${status}`.charAt(0)}XX`) ?? readers["default"] ?? {};
  const values = Object.entries(described).flatMap(([name, read]) => {
    const text = headers.get(name);
    const value = text === null ? undefined : read(text);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...it, headers: Object.fromEntries(values) };
}

interface WithHeaders {
  readonly headers: object;
}
