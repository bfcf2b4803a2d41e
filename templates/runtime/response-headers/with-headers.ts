/** Response headers that the description gives a type. */
import type { ApiPromise } from "../api-promise.js";
import { ApiError } from "../errors.js";
import { own } from "../own.js";

/** Makes the text of a header the value that is described; undefined where it is none. */
export type HeaderReader = (text: string, headers: Headers) => unknown;

/** How the headers of each status, range or `default` are read, by their names on the wire. */
export type HeaderReaders = Readonly<Record<string, Readonly<Record<string, HeaderReader>>>>;

/**
 * Adds `headers` to what a call tells of its answer, and `typedHeaders` to the `ApiError` that it fails with. They are read
 * when they are asked for, not before.
 */
export function withHeaders<Output, Failure, Responses, Described>(
  call: ApiPromise<unknown>,
  readers: HeaderReaders,
): ApiPromise<Output, Failure, Responses, Described> {
  const { withResponse, result } = call;
  const failing = describing(readers);
  const data = call.catch(failing);
  /** Who takes the promise of this handles a failure there, so `data` must not count as an unhandled rejection. */
  const instead = async <T extends Answer>(other: Promise<T>): Promise<T & WithHeaders> => {
    data.catch(() => {});
    return addHeaders(await other.catch(failing), readers);
  };
  // Pages are asked for by the members of the call itself.
  Object.assign(call, { withResponse: () => instead(withResponse()), result: () => instead(result()) });
  // What the description says of the answers; nothing checks it.
  return Object.assign(data, call) as unknown as ApiPromise<Output, Failure, Responses, Described>;
}

/** The same with the described headers of its response. */
export function addHeaders<T extends Answer>(it: T, readers: HeaderReaders): T & WithHeaders {
  return { ...it, headers: described(it.response, readers) };
}

/** Throws an error again; one of an answer with its described headers, which are not printed with it. */
export function describing(readers: HeaderReaders): (error: unknown) => never {
  return (error) => {
    if (error instanceof ApiError)
      Object.defineProperty(error, "typedHeaders", { get: () => described(error, readers), configurable: true });
    throw error;
  };
}

/** A header that did not come, or is not what it should be, is left out. */
function described({ status, headers }: Pick<Response, "status" | "headers">, readers: HeaderReaders): object {
  const ofStatus = own(readers, `${status}`) ?? own(readers, `${`${status}`.charAt(0)}XX`) ?? readers["default"] ?? {};
  const values = Object.entries(ofStatus).flatMap(([name, read]) => {
    const text = headers.get(name);
    const value = text === null ? undefined : read(text, headers);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(values);
}

interface Answer {
  readonly response: Response;
}
interface WithHeaders {
  readonly headers: object;
}
