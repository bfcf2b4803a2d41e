import type { ServerResponse } from "node:http";
import { describe, expect, test, vi } from "vitest";
import { bytes } from "../../templates/runtime/bytes.js";
import type { CallOptions } from "../../templates/runtime/client.js";
import { eventStream, type EventStreamOptions, jsonEventStream } from "../../templates/runtime/streams/event-stream.js";
import { encodeJsonLines, jsonLines } from "../../templates/runtime/streams/json-lines.js";
import type { OperationSpec, Reader } from "../../templates/runtime/operation.js";
import { failureOf, invoke } from "./support/operation.js";
import { json, serve, type Answer } from "./support/server.js";

const EVENTS = { "content-type": "text/event-stream; charset=utf-8" };

interface Call {
  readonly spec?: Partial<OperationSpec>;
  readonly options?: CallOptions & EventStreamOptions;
}

/** The stream that a server's answer gives. */
async function streamAt(url: string, reader: Reader, { spec, options }: Call = {}): Promise<AsyncIterable<unknown>> {
  const readers = [reader, bytes];
  // What these readers give is a stream.
  return (await invoke(url, { readers, ...spec }, {}, options)) as AsyncIterable<unknown>;
}

async function all(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** All of a body that arrives in these chunks. */
async function read(reader: Reader, type: string, ...chunks: readonly Uint8Array[]): Promise<unknown[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const it of chunks) controller.enqueue(it);
      controller.close();
    },
  });
  const fetch = async (): Promise<Response> => new Response(body, { headers: { "content-type": type } });
  // What these readers give is a stream.
  return all((await invoke("https://a.example", { readers: [reader] }, {}, {}, { fetch })) as AsyncIterable<unknown>);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("events, as WHATWG HTML has them (section 9.2.6)", () => {
  test.each<readonly [name: string, text: string, events: readonly object[]]>([
    ["lines of data are one text", "data: YHOO\ndata: +2\ndata: 10\n\n", [{ data: "YHOO\n+2\n10" }]],
    [
      "comments, ids and their end",
      ": test\n\ndata: first\nid: 1\n\ndata:second\nid\n\ndata:  third\n\n",
      [{ data: "first", id: "1" }, { data: "second", id: "" }, { data: " third" }],
    ],
    ["empty data", "data\n\ndata\ndata\n\ndata:", [{ data: "" }, { data: "\n" }]],
    ["one space is none", "data:test\n\ndata: test\n\n", [{ data: "test" }, { data: "test" }]],
    ["a name", "event: add\ndata: 73\n\n", [{ event: "add", data: "73" }]],
    ["a byte order mark", "\ufeffdata: x\n\n", [{ data: "x" }]],
    ["CR alone", "data: a\r\rdata: b\r\r", [{ data: "a" }, { data: "b" }]],
    ["CR and LF", "data: a\r\ndata: b\r\n\r\n", [{ data: "a\nb" }]],
    ["all three", "data: a\r\n\ndata: b\n\rdata: c\r\n\r", [{ data: "a" }, { data: "b" }, { data: "c" }]],
    ["retry", "retry: 10\ndata: a\n\nretry: 1s\ndata: b\n\n", [{ retry: 10, data: "a" }, { data: "b" }]],
    ["an id with NUL is none", "id: a\0b\ndata: x\n\n", [{ data: "x" }]],
    ["unknown fields, colons in values", "x: y\ndata: a: b:c\n\n", [{ data: "a: b:c" }]],
    ["an event that is not complete is none", "data: a\n\ndata: b\n", [{ data: "a" }]],
    ["characters of several bytes", "data: é€😀\n\n", [{ data: "é€😀" }]],
    ["nothing", "", []],
  ])("%s, wherever it is cut", async (_, text, events) => {
    const whole = utf8(text);
    expect(await read(eventStream, "text/event-stream", whole)).toEqual(events);
    expect(await read(eventStream, "text/event-stream", ...[...whole].map((it) => Uint8Array.of(it)))).toEqual(events);
    for (let at = 0; at <= whole.length; at++) {
      expect(await read(eventStream, "text/event-stream", whole.slice(0, at), whole.slice(at))).toEqual(events);
    }
  });

  test("an event is given as soon as it is complete, also after CR", async () => {
    const server = await serve((_, response) => void response.writeHead(200, EVENTS).write("data: a\r\r"));
    for await (const event of await streamAt(server.url, eventStream)) {
      expect(event).toEqual({ data: "a" });
      break;
    }
  });
});

describe("data as JSON", () => {
  test("each event's, until [DONE]", async () => {
    const text = 'event: delta\ndata: {"a":\ndata: 1}\n\ndata: null\n\ndata: [DONE]\n\ndata: {}\n\n';
    expect(await read(jsonEventStream, "text/event-stream", utf8(text))).toEqual([
      { event: "delta", data: { a: 1 } },
      { data: null },
    ]);
  });

  test("data that are none", async () => {
    const server = await serve({ headers: { ...EVENTS, "x-request-id": "r1" }, body: "data: {\n\n" });
    expect(await failureOf(all(await streamAt(server.url, jsonEventStream)))).toMatchObject({
      name: "DecodeError",
      status: 200,
      requestId: "r1",
      body: "{",
    });
  });
});

describe("what is no stream", () => {
  test("a failure is read at once", async () => {
    const server = await serve({ status: 400, headers: EVENTS, body: "data: no\n\n" }, json({ a: 1 }, 400));
    expect(await failureOf(streamAt(server.url, eventStream))).toMatchObject({ status: 400, body: "data: no\n\n" });
    expect(await failureOf(streamAt(server.url, eventStream))).toMatchObject({ status: 400, body: { a: 1 } });
  });

  test("a page in the place of events", async () => {
    const server = await serve({ headers: { "content-type": "text/html" }, body: "<h1>Log in</h1>" });
    const spec = { accept: "text/event-stream" };
    expect(await failureOf(streamAt(server.url, eventStream, { spec }))).toMatchObject({
      name: "DecodeError",
      body: "<h1>Log in</h1>",
    });
  });

  test("JSON where both are described", async () => {
    const server = await serve(json({ a: 1 }));
    const spec = { accept: "application/json, text/event-stream" };
    expect(await streamAt(server.url, eventStream, { spec })).toEqual({ a: 1 });
  });
});

test.each<readonly [string, Reader, (it: string) => string]>([
  ["text/event-stream", jsonEventStream, (it) => `data: ${it}\n\n`],
  ["application/x-ndjson", jsonLines, (it) => `${it}\n`],
])("%s: a line of many chunks takes no longer than it is", async (type, reader, written) => {
  const whole = utf8(written(JSON.stringify("x".repeat(4e6))));
  const chunks = Array.from({ length: 1_000 }, (_, i) => whole.slice(i * 4_001, (i + 1) * 4_001));
  const start = performance.now();
  expect(await read(reader, type, ...chunks)).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(2_000);
});

/** Answers with events and stays open; tells when its client is gone. */
function endless(): { readonly answer: Answer; readonly gone: Promise<void> } {
  let left = (): void => {};
  const gone = new Promise<void>((resolve) => (left = resolve));
  const answer = (_: unknown, response: ServerResponse): void => {
    response.writeHead(200, EVENTS).write("data: a\n\n");
    response.on("close", left);
  };
  return { answer, gone };
}

describe("a stream that is left", () => {
  test("by break", async () => {
    const { answer, gone } = endless();
    const server = await serve(answer);
    for await (const event of await streamAt(server.url, eventStream)) {
      expect(event).toEqual({ data: "a" });
      break;
    }
    await gone;
  });

  test("by the signal while it waits", async () => {
    const { answer, gone } = endless();
    const server = await serve(answer);
    const controller = new AbortController();
    const stream = await streamAt(server.url, eventStream, { options: { signal: controller.signal } });
    setTimeout(() => controller.abort("enough"), 20);
    expect(await failureOf(all(stream))).toMatchObject({ name: "AbortError", cause: "enough" });
    await gone;
  });

  test("by the signal before it is read", async () => {
    const { answer, gone } = endless();
    const server = await serve(answer);
    const controller = new AbortController();
    const stream = await streamAt(server.url, eventStream, { options: { signal: controller.signal } });
    controller.abort();
    await gone;
    expect(await failureOf(all(stream))).toMatchObject({ name: "AbortError" });
  });

  test("by the time of a signal, which is a time-out", async () => {
    const server = await serve(endless().answer);
    const controller = new AbortController();
    const stream = await streamAt(server.url, eventStream, { options: { signal: controller.signal } });
    controller.abort(new DOMException("", "TimeoutError"));
    expect(await failureOf(all(stream))).toMatchObject({ name: "TimeoutError", message: "GET /try: aborted" });
  });

  test("is not timed out", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, EVENTS).write("data: a\n\n");
      setTimeout(() => response.end("data: b\n\n"), 120);
    });
    const stream = await streamAt(server.url, eventStream, { options: { timeoutMs: 60 } });
    expect(await all(stream)).toEqual([{ data: "a" }, { data: "b" }]);
  });

  test("by the server", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, EVENTS).write("data: a\n\n", () => response.destroy());
    });
    expect(await failureOf(all(await streamAt(server.url, eventStream)))).toMatchObject({ name: "ConnectionError" });
  });

  test("leaves no listener on the signal", async () => {
    const server = await serve({ headers: EVENTS, body: "data: a\n\n" });
    const { signal } = new AbortController();
    const counts: number[] = [];
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    Object.assign(signal, {
      addEventListener: (...args: Parameters<typeof add>) => (counts.push(++listeners), add(...args)),
      removeEventListener: (...args: Parameters<typeof remove>) => (listeners--, remove(...args)),
    });
    await all(await streamAt(server.url, eventStream, { options: { signal } }));
    expect(counts).not.toEqual([]);
    expect(listeners).toBeLessThanOrEqual(0);
  });
});

describe("reconnect", () => {
  const options = { reconnect: true, timeoutMs: 5_000 };

  test("goes on after the last event, until the server has no more", async () => {
    const server = await serve(
      { headers: EVENTS, body: "retry: 1\nid: 7\ndata: a\n\nid: 8\n\ndata: lost" },
      (_, response) => response.destroy(),
      { headers: EVENTS, body: "data: b\n\n" },
      (_, response) => void response.writeHead(200, EVENTS).write("id: 9\ndata: c\n\n", () => response.destroy()),
      { status: 204 },
    );
    const spec = { method: "GET" };
    expect(await all(await streamAt(server.url, eventStream, { spec, options }))).toEqual([
      { retry: 1, id: "7", data: "a" },
      { data: "b" },
      { id: "9", data: "c" },
    ]);
    expect(server.seen.map((it) => it.headers["last-event-id"])).toEqual([undefined, "8", "8", "8", "9"]);
  });

  test("names the last event in UTF-8", async () => {
    const server = await serve({ headers: EVENTS, body: "retry: 1\nid: é☃\ndata: a\n\n" }, { status: 204 });
    await all(await streamAt(server.url, eventStream, { options }));
    expect(Buffer.from(`${server.seen[1]?.headers["last-event-id"]}`, "latin1").toString()).toBe("é☃");
  });

  test("ends with a failure", async () => {
    const server = await serve({ headers: EVENTS, body: "retry: 1\n\ndata: a\n\n" }, json({ gone: true }, 410));
    expect(await failureOf(all(await streamAt(server.url, eventStream, { options })))).toMatchObject({
      name: "ApiError",
      status: 410,
      body: { gone: true },
    });
  });

  test("ends in time with a failure whose body does not", async () => {
    const server = await serve({ headers: EVENTS, body: "retry: 1\n\n" }, (_, response) => {
      response.writeHead(503).write("half");
    });
    const stream = await streamAt(server.url, eventStream, { options: { ...options, timeoutMs: 100 } });
    expect(await failureOf(all(stream))).toMatchObject({ name: "TimeoutError" });
  });

  test("waits as long as a timer can where the server asks for more", async () => {
    const server = await serve({ headers: EVENTS, body: "retry: 3000000000\ndata: a\n\n" });
    const controller = new AbortController();
    const stream = await streamAt(server.url, eventStream, { options: { ...options, signal: controller.signal } });
    setTimeout(() => controller.abort(), 100);
    expect(await failureOf(all(stream))).toMatchObject({ name: "AbortError" });
    expect(server.seen).toHaveLength(1);
  });

  test("is not done without being asked for", async () => {
    const server = await serve({ headers: EVENTS, body: "data: a\n\n" });
    expect(await all(await streamAt(server.url, eventStream))).toEqual([{ data: "a" }]);
    expect(server.seen).toHaveLength(1);
  });

  test("ends while it waits", async () => {
    const server = await serve({ headers: EVENTS, body: "retry: 100000\ndata: a\n\n" });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const stream = await streamAt(server.url, eventStream, { options: { ...options, signal: controller.signal } });
    expect(await failureOf(all(stream))).toMatchObject({ name: "AbortError" });
  });
});

describe("JSON values", () => {
  test.each([
    ["application/x-ndjson", '{"a":"é"}\n\n[1]\r\n null \n"x"', [{ a: "é" }, [1], null, "x"]],
    ["application/jsonl", "1\n2\n", [1, 2]],
    ["application/json-seq", '\x1e{\n"a": 1}\n\x1e2\n', [{ a: 1 }, 2]],
    ["application/geo+json-seq", "\x1e1\n", [1]],
    ["application/json-lines", "", []],
  ])("%s, wherever it is cut", async (type, text, values) => {
    const whole = utf8(text);
    for (let at = 0; at <= whole.length; at++) {
      expect(await read(jsonLines, type, whole.slice(0, at), whole.slice(at))).toEqual(values);
    }
  });

  test("what is not JSON", async () => {
    const server = await serve({ headers: { "content-type": "application/x-ndjson" }, body: '1\n{"a\n' });
    const stream = await streamAt(server.url, jsonLines);
    expect(await failureOf(all(stream))).toMatchObject({ name: "DecodeError", body: '{"a' });
  });

  test("of a sequence are given as soon as they are whole, whatever type the answer says", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/plain" }).write("\x1e{\n");
      setTimeout(() => response.write('"a": 1}\n'), 20);
    });
    const spec = { accept: "application/json-seq" };
    for await (const value of await streamAt(server.url, jsonLines, { spec })) {
      expect(value).toEqual({ a: 1 });
      break;
    }
  });

  test("that nobody has begun to read end at the signal, too", async () => {
    const gone = vi.fn();
    const server = await serve((_, response) => {
      response.on("close", gone).writeHead(200, { "content-type": "application/x-ndjson" }).write("1\n");
    });
    const controller = new AbortController();
    await streamAt(server.url, jsonLines, { options: { signal: controller.signal } });
    controller.abort();
    await vi.waitFor(() => expect(gone).toHaveBeenCalled());
  });

  test("are sent from an array, from what gives them at once, and from what gives them as they come", async () => {
    const server = await serve(json({}));
    const body = { contentType: "application/x-ndjson", encode: encodeJsonLines };
    const send = (values: unknown, content = body): Promise<unknown> =>
      invoke(server.url, { method: "POST", body: content }, { body: values });
    await send([{ a: 1 }, "é"]);
    await send(new Set([1, 2]));
    await send(
      (async function* () {
        yield { a: 1 };
        yield { a: 2 };
      })(),
    );
    await send([1, 2], { ...body, contentType: "application/json-seq" });
    expect(server.seen.map((it) => Buffer.from(it.body, "latin1").toString())).toEqual([
      '{"a":1}\n"é"\n',
      "1\n2\n",
      '{"a":1}\n{"a":2}\n',
      "\x1e1\n\x1e2\n",
    ]);
    expect(server.seen[0]?.headers["content-type"]).toBe("application/x-ndjson");
  });

  test("what gives them is told when nobody takes them any more", async () => {
    let ended = false;
    const values = (async function* () {
      try {
        for (;;) yield await new Promise((resolve) => setImmediate(resolve, 1));
      } finally {
        ended = true;
      }
    })();
    const server = await serve(() => {});
    const body = { contentType: "application/x-ndjson", encode: encodeJsonLines };
    await failureOf(invoke(server.url, { method: "POST", body }, { body: values }, { timeoutMs: 50 }));
    await vi.waitFor(() => expect(ended).toBe(true));
  });
});
