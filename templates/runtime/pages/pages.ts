/** Lists that come page by page: the call of such an operation can be iterated. */
import type { ApiPromise } from "../api-promise.js";
import { call } from "../call.js";
import type { CallOptions, Client } from "../client.js";
import type { OperationInput, OperationSpec } from "../operation.js";
import type { SuccessHeaders } from "../result.js";
import { type Path, valueAt } from "./place.js";

/**
 * The promise of a call whose answer is one page of a list. Awaited, it gives that page. Iterated, it gives the items of
 * that page and of all that follow:
 *
 *     for await (const item of listItems(client)) …
 *
 * Each page is asked for when it is needed, as a call of its own with the options of the first. It ends at the last page,
 * and where the server leads back to a page that was there before. What fails is thrown where the page was needed.
 */
export interface PagePromise<
  Item,
  Output,
  Failure = unknown,
  // Said, since a compiler would take a second or more to find it out.
  in out Responses = { "2XX": Output; default: Failure },
  in out Described = unknown,
>
  extends ApiPromise<Output, Failure, Responses, Described>, AsyncIterable<Item> {
  /** This page and all that follow. */
  pages(): AsyncIterable<Page<Item, Output> & SuccessHeaders<Responses, Described>>;
  /** All items, or the first `limit` of them; no page is asked for that is not needed for these. */
  toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]>;
}

/** One page: its items, the data that they stand in, and the response. */
export interface Page<Item, Output> {
  readonly items: readonly Item[];
  readonly data: Output;
  readonly response: Response;
}

/** How the pages of an operation follow each other. */
export interface PagesSpec {
  /** Where the items stand in the data. */
  readonly items: Path;
  readonly paging: Paging;
}

/** A way to page, such as by a cursor. */
export interface Paging {
  /** What asks for the page after this one, which `request` gave; undefined after the last. */
  next(page: Page<unknown, unknown>, request: PageRequest, first: PageRequest): Turn | undefined;
  /** Whether a call goes from the end of the list to its start. */
  isBackwards?(request: PageRequest): boolean;
}

/** What a call is made with. */
export interface PageRequest {
  readonly client: Client;
  readonly spec: OperationSpec;
  readonly input: OperationInput;
  readonly options: CallOptions;
}

/** The way to another page; no two pages of a list have one `key`. */
export interface Turn {
  readonly key: unknown;
  readonly request: PageRequest;
}

/** Starts the call of an operation that has pages. */
export function callPages<Item, Output, Failure, Responses>(
  client: Client,
  spec: OperationSpec,
  { items, paging }: PagesSpec,
  input: OperationInput = {},
  options: CallOptions = {},
): PagePromise<Item, Output, Failure, Responses> {
  const first: PageRequest = { client, spec, input, options };
  const promise = call<Output, Failure, Responses>(client, spec, input, options);

  async function* pages(): AsyncGenerator<Page<Item, Output>, undefined> {
    const seen = new Set<unknown>();
    let request = first;
    for (let answer = await promise.withResponse(); ;) {
      const page = { ...answer, items: itemsOf<Item>(answer.data, items, paging.isBackwards?.(first)) };
      yield page;
      const turn = paging.next(page, request, first);
      if (turn === undefined || seen.has(turn.key)) return;
      seen.add(turn.key);
      request = turn.request;
      answer = await answerOf<Output>(request);
    }
  }

  return Object.assign(promise, {
    pages,
    async *[Symbol.asyncIterator](): AsyncGenerator<Item, undefined> {
      // TypeScript 5.5 refuses to delegate.
      for await (const page of pages()) for (const item of page.items) yield item;
    },
    async toArray({ limit = Infinity }: { readonly limit?: number | undefined } = {}) {
      const all: Item[] = [];
      for await (const page of pages()) {
        for (const item of page.items) if (all.length < limit) all.push(item);
        if (all.length >= limit) break;
      }
      return all;
    },
  });
}

/** An answer that has no list has no items: servers write null for an empty one. */
function itemsOf<Item>(data: unknown, path: Path, isBackwards = false): Item[] {
  const found = valueAt(data, path);
  // The description says of what kind the items are; nothing checks it.
  const items = Array.isArray(found) ? ([...found] as Item[]) : [];
  return isBackwards ? items.reverse() : items;
}

/** An idempotency key that the caller gave stands for the first request alone. */
function answerOf<Output>({
  client,
  spec,
  input,
  options,
}: PageRequest): Promise<{ data: Output; response: Response }> {
  return call<Output, unknown, unknown>(client, spec, input, { ...options, idempotencyKey: undefined }).withResponse();
}
