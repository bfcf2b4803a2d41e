import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { ApiPromise } from "../../templates/runtime/api-promise.js";
import { list } from "../../templates/runtime/response-headers/list.js";
import { record, recordExplode } from "../../templates/runtime/response-headers/record.js";
import { boolean, exactNumber, firstOf, json, number, text } from "../../templates/runtime/response-headers/scalar.js";
import { cookieLines, cookieList } from "../../templates/runtime/response-headers/set-cookie.js";
import { type HeaderReader, withHeaders } from "../../templates/runtime/response-headers/with-headers.js";
import { withPageHeaders } from "../../templates/runtime/response-headers/with-page-headers.js";
import type { PagePromise } from "../../templates/runtime/pages/pages.js";
import { byPage } from "../../templates/runtime/pages/by-number.js";
import { failureOf, invoke } from "./support/operation.js";
import { listing } from "./support/pages.js";
import { json as answer, serve } from "./support/server.js";

type Counted = {
  200: { "X-Count"?: number; "X-Name"?: string };
  "4XX": { "Retry-After"?: number };
  default: { "X-Else"?: boolean };
};
const readers = {
  200: { "X-Count": number, "X-Name": text },
  404: {},
  "4XX": { "Retry-After": number },
  default: { "X-Else": boolean },
};
type Answers = { 200: unknown; 404: unknown; "4XX": unknown; default: unknown };

const counted = (url: string): ApiPromise<unknown, unknown, Answers, Counted> =>
  withHeaders<unknown, unknown, Answers, Counted>(invoke(url, {}, {}, { maxRetries: 0 }), readers);

type List = PagePromise<unknown, unknown>;
const through = async (all: AsyncIterable<unknown>): Promise<void> => {
  for await (const _ of all);
};

describe("the described headers of an answer", () => {
  test("are values under their names, beside the plain ones", async () => {
    const server = await serve(answer({}, 200, { "x-count": "3", "x-name": "5", "x-other": "o" }));
    const call = counted(server.url);
    const { headers, response } = await call.withResponse();
    expect(headers).toEqual({ "X-Count": 3, "X-Name": "5" });
    expect(response.headers.get("x-other")).toBe("o");
    expect(await call.result()).toMatchObject({ ok: true, headers: { "X-Count": 3 } });
    expect(server.seen).toHaveLength(1);
  });

  test("that are missing or malformed are left out, and hide nothing of the answer", async () => {
    const server = await serve(answer({ a: 1 }, 200, { "x-count": "many" }));
    const { data, headers } = await counted(server.url).withResponse();
    expect(data).toEqual({ a: 1 });
    expect(headers).toEqual({});
  });

  const all = { "retry-after": "2", "x-else": "true", "x-count": "1" };
  test.each([
    [429, { "Retry-After": 2 }],
    [404, {}],
    [500, { "X-Else": true }],
  ])("are those of the status, of its range, of default: %i", async (status, headers) => {
    const server = await serve(answer({}, status, all));
    const result = await counted(server.url).result();
    expect(result).toMatchObject({ ok: false, status });
    expect("headers" in result && result.headers).toEqual(headers);
  });

  test("change nothing of how a call fails", async () => {
    const server = await serve(answer({}, 404));
    const call = counted(server.url);
    expect(await failureOf(call)).toMatchObject({ status: 404 });
    expect(await failureOf(call.withResponse())).toMatchObject({ status: 404 });
  });

  test("stand in the error of a call, in whichever way it is met, and are not printed", async () => {
    const server = await serve(answer({}, 429, all));
    const call = counted(server.url);
    for (const it of [call, call.withResponse(), call.then(() => {})]) {
      const error = await failureOf(it);
      expect(error).toMatchObject({ name: "ApiError", typedHeaders: { "Retry-After": 2 } });
      expect(JSON.stringify(error) + inspect(error)).not.toContain("Retry-After");
    }
    expect(server.seen).toHaveLength(1);
  });

  test("stand in the error of a later page", async () => {
    const pages = { items: [], paging: byPage({ to: ["query", "page"], start: 1 }) };
    for (const use of [(it: List) => it.toArray(), through, (it: List) => through(it.pages())]) {
      const server = await serve(answer([1]), answer({}, 404, { "x-left": "3" }));
      const list: List = withPageHeaders(listing(server.url, pages), { 404: { "X-Left": number } });
      expect(await failureOf(use(list))).toMatchObject({ status: 404, typedHeaders: { "X-Left": 3 } });
    }
  });

  test("are those of each page", async () => {
    const server = await serve(
      answer([1], 200, { "x-left": "2" }),
      answer([2], 200, { "x-left": "1" }),
      answer([], 200, { "x-left": "0" }),
    );
    const pages = { items: [], paging: byPage({ to: ["query", "page"], start: 1 }) };
    const call = withPageHeaders<number, unknown, unknown, { 200: number[] }, { 200: { "X-Left"?: number } }>(
      listing(server.url, pages),
      { 200: { "X-Left": number } },
    );
    const left: unknown[] = [];
    for await (const page of call.pages()) left.push(page.headers["X-Left"]);
    expect(left).toEqual([2, 1, 0]);
    expect((await call.withResponse()).headers).toEqual({ "X-Left": 2 });
    expect(await call.toArray()).toEqual([1]);
  });
});

test.each<readonly [string, HeaderReader, string, unknown]>([
  ["a text that could be a number", text, "12", "12"],
  ["a number", number, "-1.5", -1.5],
  ["no number", number, "", undefined],
  ["no number but a text", number, "12 per hour", undefined],
  ["a large integer", exactNumber, "9007199254740993", 9007199254740993n],
  ["a small one", exactNumber, "7", 7],
  ["no integer", exactNumber, "x", undefined],
  ["yes", boolean, "true", true],
  ["no", boolean, "false", false],
  ["neither", boolean, "1", undefined],
  ["a number or a text", firstOf(number, text), "7", 7],
  ["a text or a number", firstOf(number, text), "soon", "soon"],
  ["none of several", firstOf(number, boolean), "soon", undefined],
  ["JSON", json, '{"a":[1]}', { a: [1] }],
  ["no JSON", json, "{", undefined],
  ["a list", list(number), "1, 2,,3", [1, 2, 3]],
  ["an empty list", list(text), "", []],
  ["a list with something else in it", list(number), "1,b", undefined],
  ["an object", record({ R: number }, text), "R,100,G,200", { R: 100, G: "200" }],
  ["an empty object", record({}, text), "", {}],
  ["an object with a key too much", record({}, text), "R,100,G", undefined],
  ["an object, exploded", recordExplode({ R: number }, text), "R=100, G=a=b", { R: 100, G: "a=b" }],
  ["no object", recordExplode({}, text), "R", undefined],
  ["an object of which a member is something else", recordExplode({ R: number }, text), "R=red", undefined],
  ["inherited names", record({}, text), "constructor,1", { constructor: "1" }],
])("reads %s", (_, read, given, value) => {
  expect(read(given, new Headers())).toEqual(value);
});

test("several Set-Cookie are a list, commas and all, or a text of lines", () => {
  const headers = new Headers([
    ["set-cookie", "a=1; Expires=Thu, 01 Jan 2099 00:00:00 GMT"],
    ["set-cookie", "b=2"],
  ]);
  const cookies = ["a=1; Expires=Thu, 01 Jan 2099 00:00:00 GMT", "b=2"];
  expect(cookieList(text)("", headers)).toEqual(cookies);
  expect(cookieList(number)("", headers)).toBeUndefined();
  expect(cookieLines("", headers)).toBe(cookies.join("\n"));
});
