import { getEventListeners } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { AbortError, ConnectionError, TimeoutError } from "../../templates/runtime/errors.js";
import { failureOf, invoke } from "./support/operation.js";
import { type Answer, json, serve } from "./support/server.js";

const silent: Answer = () => {};

/** Sends the head and then a byte at a time, for ever. */
const trickling: Answer = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

const timers = (): number => process.getActiveResourcesInfo().filter((it) => it === "Timeout").length;

describe("time-outs", () => {
  test.each([
    ["a server that says nothing", silent],
    ["a body that trickles", trickling],
    ["an error's body that trickles", ((_, response) => void response.writeHead(500).write("x")) as Answer],
  ])("%s", async (_, answer) => {
    const server = await serve(answer);
    const start = performance.now();
    const error = await failureOf(invoke(server.url, {}, {}, { timeoutMs: 150 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ message: "GET /try: no complete answer in 150 ms", operation: "Try" });
    expect(performance.now() - start).toBeLessThan(1_000);
    // None at all where the machine is too busy to accept the connection in time.
    expect(server.seen.length).toBeLessThanOrEqual(1);
  });

  test("the request is given up, so the server sees the connection close", async () => {
    const closed = vi.fn();
    const server = await serve((_, response) => void response.on("close", closed));
    await failureOf(invoke(server.url, {}, {}, { timeoutMs: 50 }));
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  test("hold also where fetch, middleware or a credential does not heed them", async () => {
    const never = (): Promise<never> => new Promise(() => {});
    const limits = { timeoutMs: 50 };
    const url = "http://127.0.0.1:1";
    expect(await failureOf(invoke(url, {}, {}, limits, { fetch: never }))).toBeInstanceOf(TimeoutError);
    expect(await failureOf(invoke(url, {}, {}, limits, { middleware: [never] }))).toBeInstanceOf(TimeoutError);
    const scheme = { schemes: { a: () => {} }, security: [["a"]], auth: { a: never } };
    expect(await failureOf(invoke(url, {}, {}, limits, scheme))).toBeInstanceOf(TimeoutError);
  });

  test("are per attempt", async () => {
    const slow: Answer = (_, response) =>
      void setTimeout(() => response.writeHead(503, { "retry-after": "0" }).end(), 150);
    const server = await serve(slow, slow, json("here"));
    expect(await invoke(server.url, {}, {}, { timeoutMs: 250 })).toBe("here");
  });

  test.each([0, Number.POSITIVE_INFINITY, 2 ** 31, Number.NaN])("%d is none", async (timeoutMs) => {
    const server = await serve((_, response) => void setTimeout(() => response.end(), 60));
    await invoke(server.url, {}, {}, { timeoutMs }, { timeoutMs: 1 });
  });

  test("the client's holds where the call has none", async () => {
    const server = await serve(silent);
    expect(await failureOf(invoke(server.url, {}, {}, {}, { timeoutMs: 50 }))).toBeInstanceOf(TimeoutError);
  });
});

describe("aborts", () => {
  test.each([
    ["before the answer", silent],
    ["in the middle of the body", trickling],
  ])("%s", async (_, answer) => {
    const server = await serve(answer);
    const controller = new AbortController();
    const reason = new Error("the user left");
    const failure = failureOf(invoke(server.url, {}, {}, { signal: controller.signal }));
    await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 60));
    controller.abort(reason);
    const error = await failure;
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ message: "GET /try: aborted", cause: reason });
    expect(server.seen).toHaveLength(1);
  });

  test("a call whose signal is aborted already is not sent", async () => {
    const server = await serve(json({}));
    expect(await failureOf(invoke(server.url, {}, {}, { signal: AbortSignal.abort() }))).toBeInstanceOf(AbortError);
    expect(server.seen).toEqual([]);
  });

  test("by the time of a signal are time-outs, over all attempts and pauses", async () => {
    const server = await serve(json({}, 503, { "retry-after": "30" }));
    const hanging = await serve(silent);
    for (const { url } of [server, hanging]) {
      const other = new AbortController().signal;
      const signal = AbortSignal.any([other, AbortSignal.timeout(150)]);
      const error = await failureOf(invoke(url, {}, {}, { signal }));
      expect(error).toBeInstanceOf(TimeoutError);
      expect(error).toMatchObject({ message: "GET /try: aborted", cause: { name: "TimeoutError" } });
    }
    expect([server.seen.length, hanging.seen.length]).toEqual([1, 1]);
  });

  test("after the answer change nothing", async () => {
    const server = await serve(json("here"));
    const controller = new AbortController();
    const promise = invoke(server.url, {}, {}, { signal: controller.signal });
    await promise;
    controller.abort();
    expect(await promise).toBe("here");
  });
});

describe("nothing is left behind", () => {
  test.each<readonly [string, Answer, object]>([
    ["a success", json({}), {}],
    ["an error", json({}, 404), {}],
    ["retries", json({}, 503, { "retry-after": "0" }), {}],
    ["a lost connection", (_, response) => void response.destroy(), { maxRetries: 0 }],
    ["a time-out", silent, { timeoutMs: 40 }],
  ])("after %s", async (_, answer, options) => {
    const server = await serve(answer);
    const { signal } = new AbortController();
    await invoke(server.url, {}, {}, { signal, timeoutMs: 60_000, ...options }).catch(() => {});
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("no timer either", async () => {
    const server = await serve(json({}));
    await invoke(server.url, {}); // The first call leaves the connection's own timers behind.
    const before = timers();
    await invoke(server.url, {}, {}, { timeoutMs: 60_000 });
    expect(timers()).toBeLessThanOrEqual(before);
  });
});

describe("connections that are lost", () => {
  test.each<readonly [string, Answer]>([
    ["before the answer", (_, response) => void response.destroy()],
    [
      "in the middle of the body",
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"id":');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      "in the middle of a chunked body",
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json" }).write('{"id":');
        setTimeout(() => response.destroy(), 20);
      },
    ],
  ])("%s", async (_, answer) => {
    const server = await serve(answer);
    const error = await failureOf(invoke(server.url, {}, {}, { maxRetries: 0 }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      name: "ConnectionError",
      message: "GET /try: the connection failed",
      operation: "Try",
    });
    expect((error as ConnectionError).cause).toBeInstanceOf(Error);
  });

  test("a port where nobody listens", async () => {
    const probe = createServer();
    const port = await new Promise<number>((resolve) =>
      probe.listen(0, "127.0.0.1", () => resolve((probe.address() as AddressInfo).port)),
    );
    await new Promise((resolve) => probe.close(resolve));
    const error = await failureOf(invoke(`http://127.0.0.1:${port}`, {}, {}, { maxRetries: 0 }));
    expect(error).toMatchObject({ name: "ConnectionError", cause: { cause: { code: "ECONNREFUSED" } } });
  });

  test("an answer that is no HTTP", async () => {
    const server = await serve((_, response) => void response.socket?.end("SSH-2.0-x\r\n"));
    expect(await failureOf(invoke(server.url, {}, {}, { maxRetries: 0 }))).toBeInstanceOf(ConnectionError);
  });

  test("in the body of an error: its status is what counts", async () => {
    const server = await serve((_, response) => {
      response.writeHead(404, { "content-length": "100", "x-request-id": "r1" }).write("half");
      setTimeout(() => response.destroy(), 20);
    });
    expect(await failureOf(invoke(server.url, {}))).toMatchObject({
      name: "ApiError",
      status: 404,
      body: undefined,
      requestId: "r1",
    });
  });
});
