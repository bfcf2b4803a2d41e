/** The headers of answers that are pages. */
import type { PagePromise } from "../pages/pages.js";
import { addHeaders, type HeaderReaders, withHeaders } from "./with-headers.js";

/** Adds `headers` to each page as well. */
export function withPageHeaders<Item, Output, Failure, Responses, Described>(
  call: PagePromise<unknown, unknown>,
  readers: HeaderReaders,
): PagePromise<Item, Output, Failure, Responses, Described> {
  const { pages } = call;
  const added = {
    async *pages() {
      for await (const page of pages()) yield addHeaders(page, readers);
    },
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
