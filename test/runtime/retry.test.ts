import { beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError, ConnectionError, TimeoutError } from "../../templates/runtime/errors.js";
import { encodeJson } from "../../templates/runtime/json.js";
import type { RetryPolicy } from "../../templates/runtime/retry.js";
import { failureOf, invoke } from "./support/operation.js";
import { type Answer, json, serve } from "./support/server.js";

beforeEach(() => {
  const random = vi.spyOn(Math, "random").mockReturnValue(0);
  return () => random.mockRestore();
});

const failing: Answer = json({}, 503);
const cut: Answer = (_, response) => response.destroy();
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe("what is tried again", () => {
  test.each([408, 409, 429, 500, 502, 503, 504, 599])("%d, twice by default", async (status) => {
    const server = await serve(json({ n: 1 }, status));
    expect(await failureOf(invoke(server.url, {}))).toMatchObject({ name: "ApiError", status, body: { n: 1 } });
    expect(server.seen).toHaveLength(3);
  });

  test.each([400, 401, 403, 404, 422])("not %d", async (status) => {
    const server = await serve(json({}, status));
    await failureOf(invoke(server.url, {}));
    expect(server.seen).toHaveLength(1);
  });

  test("a lost connection", async () => {
    const server = await serve(cut, cut, json("here"));
    expect(await invoke(server.url, {})).toBe("here");
    expect(server.seen).toHaveLength(3);
  });

  test("the success of a later attempt is the call's", async () => {
    const server = await serve(failing, json("here"));
    const { data, response } = await invoke(server.url, {}).withResponse();
    expect([data, response.status]).toEqual(["here", 200]);
  });

  test.each([0, 1, 4])("maxRetries %d, of the client or the call", async (maxRetries) => {
    const [a, b] = [await serve(failing), await serve(cut)];
    expect(await failureOf(invoke(a.url, {}, {}, {}, { maxRetries }))).toBeInstanceOf(ApiError);
    expect(await failureOf(invoke(b.url, {}, {}, { maxRetries }, { maxRetries: 9 }))).toBeInstanceOf(ConnectionError);
    expect([a.seen.length, b.seen.length]).toEqual([maxRetries + 1, maxRetries + 1]);
  });
});

describe("methods", () => {
  const sent = async (
    method: string,
    options = {},
    client = {},
    answer: Answer = failing,
  ): Promise<readonly (string | undefined)[]> => {
    const server = await serve(answer);
    await failureOf(invoke(server.url, { method }, {}, options, client));
    return server.seen.map((it) => it.headers["idempotency-key"] as string | undefined);
  };

  test.each(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"])("%s may be sent again", async (method) => {
    expect(await sent(method)).toHaveLength(3);
    expect(await sent(method, {}, {}, cut)).toHaveLength(3);
  });

  test.each(["POST", "PATCH"])("%s is sent once", async (method) => {
    expect(await sent(method)).toEqual([undefined]);
    expect(await sent(method, {}, {}, cut)).toEqual([undefined]);
  });

  test("with an idempotency key of the call, which all attempts carry", async () => {
    expect(await sent("POST", { idempotencyKey: "k" })).toEqual(["k", "k", "k"]);
    expect(await sent("POST", { headers: { "Idempotency-Key": "h" } }, {}, cut)).toEqual(["h", "h", "h"]);
  });

  test("with a key that is made for each call once the client names a header", async () => {
    const client = { idempotencyHeader: "Idempotency-Key" };
    const [first, ...rest] = await sent("POST", {}, client);
    expect(first).toMatch(uuid);
    expect(rest).toEqual([first, first]);
    expect(await sent("POST", {}, client)).not.toContain(first);
    expect(await sent("POST", { idempotencyKey: "mine" }, client)).toEqual(["mine", "mine", "mine"]);
    expect(await sent("GET", {}, client)).toEqual([undefined, undefined, undefined]);
  });

  test("with a key also where browsers make no UUIDs", async () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const client = { idempotencyHeader: "Idempotency-Key" };
    const [first, ...rest] = await sent("POST", {}, client);
    expect(first).toMatch(/^\d+-\d+-\d+-\d+$/);
    expect(rest).toEqual([first, first]);
    expect(await sent("POST", {}, client)).not.toContain(first);
    vi.unstubAllGlobals();
  });

  test("under another name of the header", async () => {
    const server = await serve(failing);
    await failureOf(
      invoke(server.url, { method: "POST" }, {}, { idempotencyKey: "k" }, { idempotencyHeader: "X-Once" }),
    );
    expect(server.seen.map((it) => it.headers["x-once"])).toEqual(["k", "k", "k"]);
  });
});

test("each attempt sends the same body", async () => {
  const server = await serve(failing, cut, json("here"));
  const content = { contentType: "application/json", encode: encodeJson };
  await invoke(server.url, { method: "PUT", body: content }, { body: { a: 1 } });
  expect(server.seen.map((it) => it.body)).toEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
});

test("a stream cannot be sent again", async () => {
  const server = await serve(failing);
  const body = new Blob(["abc"]).stream();
  const content = { contentType: "text/plain", encode: (it: unknown) => it as BodyInit };
  const error = await failureOf(invoke(server.url, { method: "PUT", body: content }, { body }));
  expect(error).toMatchObject({ name: "ApiError", status: 503 });
  expect(server.seen.map((it) => it.body)).toEqual(["abc"]);
});

describe("the pause", () => {
  const timed = async (headers: Readonly<Record<string, string>>, retries = 1): Promise<number> => {
    const server = await serve(json({}, 503, headers));
    const start = performance.now();
    await failureOf(invoke(server.url, {}, {}, { maxRetries: retries }));
    expect(server.seen).toHaveLength(retries + 1);
    return performance.now() - start;
  };

  test("grows by the attempt, with full jitter", async () => {
    vi.mocked(Math.random).mockReturnValue(0.2);
    expect(await timed({}, 2)).toBeGreaterThan(300 - 10); // 0.2 * 500 + 0.2 * 1000
    vi.mocked(Math.random).mockReturnValue(0);
    expect(await timed({}, 2)).toBeLessThan(290);
  });

  test("is what Retry-After says in seconds", async () => {
    vi.mocked(Math.random).mockReturnValue(0.99);
    expect(await timed({ "retry-after": "0" })).toBeLessThan(400);
    vi.mocked(Math.random).mockReturnValue(0);
    expect(await timed({ "retry-after": "0.3" })).toBeGreaterThan(290);
  });

  test("is what Retry-After-Ms says, before Retry-After", async () => {
    vi.mocked(Math.random).mockReturnValue(0.99);
    expect(await timed({ "retry-after-ms": "20", "retry-after": "3" })).toBeLessThan(400);
    vi.mocked(Math.random).mockReturnValue(0);
    expect(await timed({ "retry-after-ms": "310.5" })).toBeGreaterThan(300);
  });

  test("is what Retry-After says as a date", async () => {
    const inTwoSeconds = new Date(Date.now() + 2_000).toUTCString();
    expect(await timed({ "retry-after": inTwoSeconds })).toBeGreaterThan(900);
  });

  test.each(["soon", "-5", new Date(0).toUTCString()])("ignores a Retry-After of %j", async (value) => {
    expect(await timed({ "retry-after": value })).toBeLessThan(290);
  });

  test.each(["61", new Date(Date.now() + 3_600_000).toUTCString()])(
    "is not made when Retry-After asks for %s",
    async (value) => {
      const server = await serve(json({}, 429, { "retry-after": value }));
      expect(await failureOf(invoke(server.url, {}))).toMatchObject({ name: "ApiError", status: 429 });
      expect(server.seen).toHaveLength(1);
    },
  );

  test("ends at an abort, and leaves no timer", async () => {
    const set = vi.spyOn(globalThis, "setTimeout");
    const cleared = vi.spyOn(globalThis, "clearTimeout");
    const server = await serve(json({}, 503, { "retry-after": "30" }));
    const controller = new AbortController();
    const failure = failureOf(invoke(server.url, {}, {}, { signal: controller.signal }));
    const pauses = (): readonly unknown[] =>
      set.mock.results.filter((_, i) => set.mock.calls[i]?.[1] === 30_000).map((it) => it.value);
    await vi.waitFor(() => expect(pauses()).toHaveLength(1));
    controller.abort();
    expect(await failure).toMatchObject({ name: "AbortError" });
    expect(cleared.mock.calls.flat()).toContain(pauses()[0]);
    set.mockRestore();
    cleared.mockRestore();
  });
});

describe("a policy", () => {
  const seen = async (retryPolicy: RetryPolicy, answer: Answer, more: object = {}): Promise<number> => {
    const server = await serve(answer);
    await failureOf(invoke(server.url, {}, {}, { retryPolicy, ...more }));
    return server.seen.length;
  };

  test("sees the answer and what would be done without it, and decides", async () => {
    const stripe: RetryPolicy = (failed, usual) => {
      const word = "response" in failed ? failed.response.headers.get("stripe-should-retry") : null;
      return word === "true" ? (usual ?? 0) : word === "false" ? undefined : usual;
    };
    expect(await seen(stripe, json({}, 503, { "stripe-should-retry": "false" }))).toBe(1);
    expect(await seen(stripe, json({}, 400, { "stripe-should-retry": "true" }))).toBe(3);
    expect(await seen(stripe, failing)).toBe(3);
    expect(await seen(stripe, json({}, 400))).toBe(1);
  });

  test("is told the body of the answer and the number of the retry", async () => {
    const told: unknown[] = [];
    const policy: RetryPolicy = (failed, usual, retry) => {
      told.push("error" in failed ? [failed.status, failed.error, usual, retry] : failed);
      return 0;
    };
    await seen(policy, json({ n: 1 }, 404));
    expect(told).toEqual([0, 1].map((retry) => [404, { n: 1 }, undefined, retry]));
  });

  test("may have a time-out tried again, or wait for longer than is usual", async () => {
    const patient: RetryPolicy = (failed) =>
      "thrown" in failed && failed.thrown instanceof TimeoutError ? 0 : undefined;
    expect(await seen(patient, () => {}, { timeoutMs: 60 })).toBe(3);
    const usual: unknown[] = [];
    expect(await seen((_, it) => (usual.push(it), 1), json({}, 429, { "retry-after": "3600" }))).toBe(3);
    expect(usual).toEqual([undefined, undefined]);
  });

  test("does not have repeated what cannot be, nor more often than `maxRetries` says", async () => {
    const server = await serve(failing);
    await failureOf(invoke(server.url, { method: "POST" }, {}, {}, { retryPolicy: () => 0 }));
    expect(server.seen).toHaveLength(1);
    expect(await seen(() => 0, failing, { maxRetries: 1 })).toBe(2);
    expect(await seen(() => 0, failing, { maxRetries: 0 })).toBe(1);
  });

  test("of the call comes before that of the client", async () => {
    const server = await serve(failing);
    const client = { retryPolicy: () => 0 };
    await failureOf(invoke(server.url, {}, {}, { retryPolicy: () => undefined }, client));
    expect(server.seen).toHaveLength(1);
    await failureOf(invoke(server.url, {}, {}, {}, client));
    expect(server.seen).toHaveLength(4);
  });

  test("that throws ends the call with its error", async () => {
    const broken = new Error("a bug in the policy");
    const server = await serve(failing);
    const retryPolicy = (): never => {
      throw broken;
    };
    expect(await failureOf(invoke(server.url, {}, {}, { retryPolicy }))).toBe(broken);
  });
});
