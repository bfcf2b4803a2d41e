/** The headers of answers that are pages. */
import type { PagePromise } from "../pages/pages.js";
import { addHeaders, describing, type HeaderReaders, withHeaders } from "./with-headers.js";

/** Adds `headers` to each page as well, and `typedHeaders` to the `ApiError` that a later page fails with. */
export function withPageHeaders<Item, Output, Failure, Responses, Described>(
  call: PagePromise<unknown, unknown>,
  readers: HeaderReaders,
): PagePromise<Item, Output, Failure, Responses, Described> {
  const { pages, toArray, [Symbol.asyncIterator]: items } = call;
  const failing = describing(readers);
  const added: Pick<PagePromise<unknown, unknown>, "pages" | "toArray" | typeof Symbol.asyncIterator> = {
    pages: () => mapped(pages(), (page) => addHeaders(page, readers), failing),
    toArray: (options) => toArray(options).catch(failing),
    [Symbol.asyncIterator]: () => mapped({ [Symbol.asyncIterator]: items }, (item) => item, failing),
  };
  // What the description says of the answers; nothing checks it.
  return Object.assign(withHeaders(call, readers), added) as unknown as PagePromise<
    Item,
    Output,
    Failure,
    Responses,
    Described
  >;
}

async function* mapped<T>(
  all: AsyncIterable<T>,
  map: (it: T) => T,
  failing: (error: unknown) => never,
): AsyncGenerator<T> {
  try {
    for await (const it of all) yield map(it);
  } catch (error) {
    failing(error);
  }
}
