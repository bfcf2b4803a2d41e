import { describe, expect, expectTypeOf, test } from "vitest";
import { byCursor } from "../../../templates/runtime/pages/by-cursor.js";
import { byLastItem } from "../../../templates/runtime/pages/by-last-item.js";
import { byOffset, byPage } from "../../../templates/runtime/pages/by-number.js";
import type { PagePromise } from "../../../templates/runtime/pages/pages.js";
import { failureOf } from "../support/operation.js";
import { listing } from "../support/pages.js";
import { json, serve } from "../support/server.js";

const cursor = { items: ["data"], paging: byCursor({ from: ["next"], to: ["query", "cursor"] }) } as const;
const three = [
  json({ data: [1, 2], next: "b" }),
  json({ data: [3, 4], next: "c" }),
  json({ data: [5], next: null }),
] as const;

describe("a list of several pages", () => {
  test("is iterated item by item, each page asked for when it is needed", async () => {
    const server = await serve(...three);
    const seen: unknown[] = [];
    for await (const item of listing(server.url, cursor, { query: { limit: 2 } })) {
      seen.push([item, server.seen.length]);
    }
    expect(seen).toEqual([[1, 1], [2, 1], [3, 2], [4, 2], [5, 3]]); // prettier-ignore
    expect(server.seen.map((it) => it.url)).toEqual(["/try?limit=2", "/try?limit=2&cursor=b", "/try?limit=2&cursor=c"]);
  });

  test("is iterated page by page", async () => {
    const server = await serve(...three);
    const pages = [];
    for await (const page of listing(server.url, cursor).pages()) pages.push(page);
    expect(pages.map((it) => [it.items, it.data, it.response.status])).toEqual([
      [[1, 2], { data: [1, 2], next: "b" }, 200],
      [[3, 4], { data: [3, 4], next: "c" }, 200],
      [[5], { data: [5], next: null }, 200],
    ]);
  });

  test("is collected, no page more than is needed", async () => {
    const collected = async (limit?: number): Promise<unknown> => {
      const server = await serve(...three);
      return [await listing(server.url, cursor).toArray({ limit }), server.seen.length];
    };
    expect(await collected()).toEqual([[1, 2, 3, 4, 5], 3]);
    expect(await collected(0)).toEqual([[], 1]);
    expect(await collected(2)).toEqual([[1, 2], 1]);
    expect(await collected(3)).toEqual([[1, 2, 3], 2]);
    expect(await collected(99)).toEqual([[1, 2, 3, 4, 5], 3]);
  });

  test("is left when the caller leaves", async () => {
    const server = await serve(...three);
    for await (const item of listing(server.url, cursor)) if (item === 2) break;
    expect(server.seen).toHaveLength(1);
  });

  test("gives its first page when it is awaited, from the one request that is made for it", async () => {
    const server = await serve(...three);
    const call = listing(server.url, cursor);
    expect(await call).toEqual({ data: [1, 2], next: "b" });
    expect((await call.withResponse()).response.status).toBe(200);
    expect(await call.result()).toMatchObject({ ok: true, status: 200 });
    expect(await call.toArray()).toEqual([1, 2, 3, 4, 5]);
    expect(server.seen).toHaveLength(3);
  });

  test("is typed by its items", () => {
    expectTypeOf<PagePromise<string, { data: string[] }>>().toExtend<AsyncIterable<string>>();
    expectTypeOf<PagePromise<string, { data: string[] }>>().toExtend<Promise<{ data: string[] }>>();
    expectTypeOf<ReturnType<PagePromise<string, unknown>["toArray"]>>().toEqualTypeOf<Promise<string[]>>();
  });
});

describe("what goes wrong", () => {
  test("is thrown where the page was needed; what came before is there", async () => {
    const server = await serve(three[0], json({ message: "gone" }, 404));
    const seen: unknown[] = [];
    const error = await failureOf(
      (async () => {
        for await (const item of listing(server.url, cursor)) seen.push(item);
      })(),
    );
    expect(seen).toEqual([1, 2]);
    expect(error).toMatchObject({ name: "ApiError", status: 404, body: { message: "gone" } });
  });

  test("is tried again, page by page", async () => {
    const busy = json({}, 503, { "retry-after": "0" });
    const server = await serve(busy, three[0], busy, busy, three[1], three[2]);
    expect(await listing(server.url, cursor).toArray()).toEqual([1, 2, 3, 4, 5]);
  });

  test("an abort ends the iteration at the next page", async () => {
    const server = await serve(...three);
    const controller = new AbortController();
    const seen: unknown[] = [];
    const error = await failureOf(
      (async () => {
        for await (const item of listing(server.url, cursor, {}, { signal: controller.signal })) {
          seen.push(item);
          controller.abort();
        }
      })(),
    );
    expect(error).toMatchObject({ name: "AbortError" });
    expect([seen, server.seen.length]).toEqual([[1, 2], 1]);
  });

  test.each([
    ["the page itself", ["a", "a"], ["a", "a"]],
    ["one that was there before", ["a", "b", "a", "b"], ["a", "b", "a"]],
  ])("a server that leads to %s ends the list", async (_, cursors, items) => {
    const [first, ...rest] = cursors.map((next) => json({ data: [next], next }));
    const server = await serve(first ?? {}, ...rest);
    expect(await listing(server.url, cursor).toArray()).toEqual(items);
  });

  test("so does one that leads to where the call began", async () => {
    const server = await serve(json({ data: [1], next: "b" }), json({ data: [2], next: "a" }), json({ data: [1] }));
    expect(await listing(server.url, cursor, { query: { cursor: "a" } }).toArray()).toEqual([1, 2]);
  });

  test.each([[{}], [{ data: null }], [[]], ["text"]])("an answer without the list (%j) has no items", async (body) => {
    const server = await serve(json(body));
    expect(await listing(server.url, cursor).toArray()).toEqual([]);
  });
});

test("an idempotency key of the caller is that of the first request", async () => {
  const server = await serve(...three);
  await listing(server.url, cursor, {}, { idempotencyKey: "k" }).toArray();
  expect(server.seen.map((it) => it.headers["idempotency-key"])).toEqual(["k", undefined, undefined]);
});

test("a cursor may go into the body", async () => {
  const server = await serve(...three);
  const spec = { items: ["data"], paging: byCursor({ from: ["next"], to: ["body", "start"] }) };
  await listing(server.url, spec, { body: { q: "x" } }, {}, { method: "POST" }).toArray();
  expect(server.seen.map((it) => it.body)).toEqual(['{"q":"x"}', '{"q":"x","start":"b"}', '{"q":"x","start":"c"}']);
});

describe("the last item", () => {
  const paging = byLastItem({
    from: ["id"],
    to: ["query", "starting_after"],
    back: ["query", "ending_before"],
    more: ["has_more"],
  });
  const page = (has_more: boolean, ...ids: string[]) => json({ data: ids.map((id) => ({ id })), has_more });
  const spec = { items: ["data"], paging };

  test("is what the next page starts after", async () => {
    const server = await serve(page(true, "a", "b"), page(true, "c"), page(false, "d"));
    expect(await listing(server.url, spec).toArray()).toHaveLength(4);
    expect(server.seen.map((it) => it.url)).toEqual(["/try", "/try?starting_after=b", "/try?starting_after=c"]);
  });

  test("is the first one on the way back", async () => {
    const server = await serve(page(true, "c", "d"), page(false, "a", "b"));
    expect(await listing(server.url, spec, { query: { ending_before: "e" } }).toArray()).toEqual(
      ["d", "c", "b", "a"].map((id) => ({ id })),
    );
    expect(server.seen.map((it) => it.url)).toEqual(["/try?ending_before=e", "/try?ending_before=c"]);
  });

  test("ends the list where there is none, whatever the server says", async () => {
    const server = await serve(page(true));
    expect(await listing(server.url, spec).toArray()).toEqual([]);
    expect(server.seen).toHaveLength(1);
  });
});

describe("numbers", () => {
  const page = (items: readonly number[], more = {}) => json({ items, ...more });
  const urls = async (paging: ReturnType<typeof byPage>, query: object, ...pages: ReturnType<typeof page>[]) => {
    const [first = {}, ...rest] = pages;
    const server = await serve(first, ...rest);
    await listing(server.url, { items: ["items"], paging }, { query }).toArray();
    return server.seen.map((it) => it.url);
  };

  test("an offset grows by the items that came, up to a page without any", async () => {
    const paging = byOffset({ to: ["query", "offset"], start: 0 });
    expect(await urls(paging, {}, page([1, 2]), page([3]), page([]))).toEqual([
      "/try",
      "/try?offset=2",
      "/try?offset=3",
    ]);
    expect(await urls(paging, { offset: 10 }, page([1]), page([]))).toEqual(["/try?offset=10", "/try?offset=11"]);
  });

  test("the number of a page grows by one", async () => {
    const to = ["query", "page"] as const;
    const pages = [page([1, 2]), page([3]), page([])];
    expect(await urls(byPage({ to, start: 1 }), {}, ...pages)).toEqual(["/try", "/try?page=2", "/try?page=3"]);
    expect(await urls(byPage({ to, start: 0 }), {}, ...pages)).toEqual(["/try", "/try?page=1", "/try?page=2"]);
    expect(await urls(byPage({ to, start: 1 }), { page: "4" }, ...pages)).toEqual([
      "/try?page=4",
      "/try?page=5",
      "/try?page=6",
    ]);
  });

  test("a total ends the list without a request for nothing", async () => {
    const offset = byOffset({ to: ["query", "offset"], start: 0, total: ["total"] });
    expect(await urls(offset, {}, page([1, 2], { total: 3 }), page([3], { total: 3 }))).toHaveLength(2);
    const last = byPage({ to: ["query", "page"], start: 1, total: ["pages"] });
    expect(await urls(last, {}, page([1], { pages: 2 }), page([2], { pages: 2 }))).toHaveLength(2);
    const first = byPage({ to: ["query", "page"], start: 0, total: ["pages"] });
    expect(await urls(first, {}, page([1], { pages: 2 }), page([2], { pages: 2 }))).toHaveLength(2);
  });

  test("so does the server's word", async () => {
    const paging = byOffset({ to: ["query", "offset"], start: 0, more: ["more"] });
    expect(await urls(paging, {}, page([1], { more: true }), page([2], { more: false }))).toHaveLength(2);
  });
});
