import { describe, expect, test, vi } from "vitest";
import type { ApiPromise } from "../../templates/runtime/api-promise.js";
import { anyBytes, bytes } from "../../templates/runtime/bytes.js";
import { call } from "../../templates/runtime/call.js";
import { type CallOptions, type Client, createClient } from "../../templates/runtime/client.js";
import { ApiError, DecodeError } from "../../templates/runtime/errors.js";
import type { OperationInput } from "../../templates/runtime/operation.js";
import { asStream } from "../../templates/runtime/streams/download.js";
import { failureOf, invoke, operation } from "./support/operation.js";
import { type Reply, json, serve } from "./support/server.js";

const typed = (type: string, body: string | Uint8Array = "", status = 200): Reply => ({
  status,
  headers: { "content-type": type },
  body,
});

describe("a success is decoded by its media type", () => {
  test.each<readonly [string, Reply, unknown]>([
    ["JSON", typed("application/json", '{"a":1}'), { a: 1 }],
    ["JSON with parameters", typed("Application/JSON ; charset=utf-8", "[1]"), [1]],
    ["JSON of another name", typed("application/vnd.api+json", "null"), null],
    ["text, which stays text", typed("text/plain", "123"), "123"],
    ["XML as text", typed("application/xml", "<a/>"), "<a/>"],
    ["XML of another name", typed("application/atom+xml;charset=utf-8", "<a/>"), "<a/>"],
    ["empty JSON where nothing is described", typed("application/json", ""), undefined],
    ["nothing at all", {}, undefined],
    ["204", { status: 204 }, undefined],
    ["204 that claims to be text", typed("text/plain", "", 204), undefined],
    ["205 that claims to be text", typed("text/plain", "", 205), undefined],
  ])("%s", async (_, reply, data) => {
    const server = await serve(reply);
    expect(await invoke(server.url, {})).toEqual(data);
  });

  test("other content is a Blob, to the byte", async () => {
    const content = Uint8Array.from({ length: 256 }, (_, i) => i);
    const server = await serve(typed("application/pdf", content));
    const data = await invoke(server.url, { accept: "application/pdf", readers: [bytes] });
    expect(data).toBeInstanceOf(Blob);
    expect((data as Blob).type).toBe("application/pdf");
    expect(new Uint8Array(await (data as Blob).arrayBuffer())).toEqual(content);
  });

  test("JSON is JSON where other content is a Blob", async () => {
    const server = await serve(typed("application/json", '{"a":1}'));
    expect(await invoke(server.url, { accept: "application/json, */*", readers: [bytes] })).toEqual({ a: 1 });
  });

  test.each(["application/json", "text/csv", "application/xml", "application/pdf"])(
    "a file of any type is a Blob, also of %s",
    async (type) => {
      const server = await serve(typed(type, "[]"));
      const data = await invoke(server.url, { accept: "*/*", readers: [anyBytes] });
      expect(data).toBeInstanceOf(Blob);
      expect(await (data as Blob).text()).toBe("[]");
    },
  );

  test.each([
    ["application/problem+json", '{"code":1}', { code: 1 }],
    ["text/html", "<p>", "<p>"],
  ])("a failure in the place of a file is no file: %s", async (type, text, body) => {
    const server = await serve(typed(type, text, 404));
    expect(await failureOf(invoke(server.url, { accept: "*/*", readers: [anyBytes] }))).toMatchObject({ body });
  });

  test.each(["application/json-seq", "application/x-ndjson", "application/jsonlines"])(
    "%s is not one JSON value",
    async (type) => {
      const server = await serve(typed(type, "1\n2"));
      expect(await invoke(server.url, { readers: [bytes] })).toBeInstanceOf(Blob);
    },
  );

  test("without a media type it is what was asked for first", async () => {
    const server = await serve({ body: "[1]" });
    expect(await invoke(server.url, { accept: "application/json, text/plain" })).toEqual([1]);
    expect(await invoke(server.url, { accept: "text/plain, application/json" })).toBe("[1]");
    expect(await invoke(server.url, { accept: "application/pdf", readers: [bytes] })).toBeInstanceOf(Blob);
    expect(await invoke(server.url, { readers: [bytes] })).toBeInstanceOf(Blob);
    expect(await invoke(server.url, {})).toBe("[1]");
  });

  test("and so is one whose media type is empty", async () => {
    const server = await serve(typed("", "[1]"));
    expect(await invoke(server.url, { accept: "application/json, text/plain", readers: [bytes] })).toEqual([1]);
  });

  test.each([typed("text/plain", "OK"), { body: "OK" }])(
    "where the description has none, its own counts: %j",
    async (reply) => {
      const server = await serve(reply, { ...reply, status: 202 });
      expect(await invoke(server.url, { accept: "application/json", empty: true })).toBe("OK");
      expect(await invoke(server.url, { accept: "application/json", empty: [202] })).toBe("OK");
    },
  );

  test("an empty file is a file, nothing of no type is undefined", async () => {
    const server = await serve(typed("application/pdf"), {});
    expect(await invoke(server.url, { readers: [bytes] })).toMatchObject({ size: 0, type: "application/pdf" });
    expect(await invoke(server.url, { readers: [bytes] })).toBeUndefined();
  });

  test("the answer to HEAD has no body", async () => {
    const server = await serve({ headers: { "content-type": "text/plain", "content-length": "20" } });
    expect(await invoke(server.url, { method: "HEAD", accept: "text/plain" })).toBeUndefined();
  });

  test("the Accept header says what is asked for", async () => {
    const server = await serve({});
    await invoke(server.url, { accept: "application/pdf, application/json" });
    expect(server.seen[0]?.headers.accept).toBe("application/pdf, application/json");
  });
});

describe("bytes as a stream", () => {
  const getFile = (
    client: Client,
    input: OperationInput,
    options?: CallOptions,
  ): ApiPromise<Blob, unknown, { 200: Blob }> =>
    call(client, operation({ accept: "application/pdf", readers: [bytes] }), input, options);
  const clientOf = (url: string): Client => createClient({ servers: [{ url }], schemes: {}, security: [] }, {});

  test("are there while they arrive", async () => {
    let more = (): void => {};
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/pdf" }).write("first");
      more = () => void response.end("second");
    });
    const stream: ReadableStream<Uint8Array> = await asStream(getFile, clientOf(server.url), {});
    const reader = stream.getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("first");
    more();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("second");
    expect((await reader.read()).done).toBe(true);
  });

  test("end where the connection does, the signal says so, or nobody reads on", async () => {
    const closed: string[] = [];
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/pdf", "content-length": "100" }).write("first");
      response.on("close", () => closed.push("closed"));
      if (closed.length === 0) setTimeout(() => response.destroy(), 20);
    });
    const broken = await asStream(getFile, clientOf(server.url), {});
    expect(await failureOf(new Response(broken).text())).toMatchObject({ name: "ConnectionError" });
    const controller = new AbortController();
    const { data } = await asStream(getFile, clientOf(server.url), {}, { signal: controller.signal }).withResponse();
    setTimeout(() => controller.abort(), 20);
    expect(await failureOf(new Response(data).text())).toMatchObject({ name: "AbortError" });
    await (await asStream(getFile, clientOf(server.url), {})).cancel();
    const reader = (await asStream(getFile, clientOf(server.url), {})).getReader();
    await reader.read();
    // The next piece is waited for, and does not come.
    await reader.cancel();
    await vi.waitFor(() => expect(closed).toHaveLength(4));
  });

  test("a failure is read to its end", async () => {
    const server = await serve(json({ a: 1 }, 404));
    expect(await asStream(getFile, clientOf(server.url), {}).result()).toMatchObject({ ok: false, error: { a: 1 } });
  });
});

describe("a success that is not what it says it is", () => {
  test.each(["{", "<html>", '{"a":1}}', '{"id": "in_1', "undefined"])("%j as JSON", async (body) => {
    const server = await serve({
      ...typed("application/json", body),
      headers: { "content-type": "application/json", "x-request-id": "r1" },
    });
    const error = await failureOf(invoke(server.url, {}));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({
      name: "DecodeError",
      message: "GET /try: 200 OK (request r1): the body is not JSON",
      status: 200,
      requestId: "r1",
      body,
    });
    expect(JSON.parse(JSON.stringify(error))).not.toHaveProperty("body");
    expect(await failureOf(invoke(server.url, {}).result())).toBeInstanceOf(DecodeError);
    expect(server.seen).toHaveLength(2);
  });

  test("an HTML page where none was asked for", async () => {
    const server = await serve(typed("text/html; charset=utf-8", "<h1>Log in</h1>"));
    expect(await failureOf(invoke(server.url, { accept: "application/json" }))).toMatchObject({
      name: "DecodeError",
      body: "<h1>Log in</h1>",
    });
    expect(await invoke(server.url, { accept: "text/html" })).toBe("<h1>Log in</h1>");
    expect(await invoke(server.url, {})).toBe("<h1>Log in</h1>");
  });

  test("of a media type that was not asked for, it is read as what was", async () => {
    const server = await serve(typed("text/plain; charset=utf-8", "OK"), typed("application/octet-stream", "[1]"));
    expect(await failureOf(invoke(server.url, { accept: "application/json" }))).toMatchObject({
      name: "DecodeError",
      body: "OK",
    });
    expect(await invoke(server.url, { accept: "application/json" })).toEqual([1]);
    expect(await invoke(server.url, { accept: "application/*" })).toBe("[1]");
  });

  test("empty, where the description has a body", async () => {
    const server = await serve(typed("application/json", "", 201));
    const error = await failureOf(invoke(server.url, { accept: "application/json", empty: [200] }));
    expect(error).toMatchObject({ name: "DecodeError", status: 201, body: "" });
    expect(await invoke(server.url, { accept: "application/json", empty: [201] })).toBeUndefined();
    expect(await invoke(server.url, { accept: "application/json", empty: true })).toBeUndefined();
    expect(await invoke(server.url, { accept: "text/plain" })).toBe("");
  });
});

describe("errors", () => {
  test.each<readonly [string, Reply, unknown]>([
    ["an HTML page", typed("text/html", "<h1>Bad Gateway</h1>", 502), "<h1>Bad Gateway</h1>"],
    ["JSON that is none", typed("application/json", "upstream down", 502), "upstream down"],
    ["no media type but JSON", { status: 502, body: '{"a":1}' }, { a: 1 }],
    ["no media type and no JSON", { status: 502, body: "down" }, "down"],
    ["no body", { status: 502 }, undefined],
    ["a problem", typed("application/problem+json", '{"title":"x"}', 502), { title: "x" }],
  ])("keep status, headers and body: %s", async (_, reply, body) => {
    const server = await serve({ ...reply, headers: { ...reply.headers, "request-id": "r1" } });
    const spec = { accept: "application/json" };
    const error = await failureOf(invoke(server.url, spec, {}, { maxRetries: 0 }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 502, requestId: "r1", message: "GET /try: 502 Bad Gateway (request r1)" });
    expect((error as ApiError).body).toEqual(body);
    expect((error as ApiError).headers.get("request-id")).toBe("r1");
    expect(await invoke(server.url, spec, {}, { maxRetries: 0 }).result()).toMatchObject({
      ok: false,
      status: 502,
      error: body,
    });
  });

  test.each(["request-id", "x-request-id", "x-amzn-requestid", "x-correlation-id"])(
    "%s is the request's id",
    async (header) => {
      const server = await serve(json({}, 400, { [header]: "r2" }));
      expect(await failureOf(invoke(server.url, {}))).toMatchObject({ requestId: "r2" });
    },
  );

  test("an HTML page is text, also where a file was asked for", async () => {
    const server = await serve(typed("text/html", "<h1>Not Found</h1>", 404));
    expect(await failureOf(invoke(server.url, { accept: "application/pdf" }))).toMatchObject({
      body: "<h1>Not Found</h1>",
    });
  });

  test("a status that is no success and no error is an error too", async () => {
    const server = await serve({ status: 304 });
    expect(await failureOf(invoke(server.url, {}))).toMatchObject({ name: "ApiError", status: 304, body: undefined });
  });

  test("a status without a name", async () => {
    const server = await serve((_, response) => void response.writeHead(499, " ").end());
    expect(await failureOf(invoke(server.url, {}))).toMatchObject({ message: "GET /try: 499" });
  });

  test("no message and no toJSON holds what was sent", async () => {
    const server = await serve(json({ echo: "secret" }, 400));
    const options = { headers: { "x-secret": "secret" }, idempotencyKey: "secret" };
    const error = await failureOf(
      invoke(server.url, { path: "/{id}" }, { path: { id: "secret" }, query: { q: "secret" } }, options),
    );
    expect(JSON.stringify(error)).not.toContain("secret");
    expect(String(error)).not.toContain("secret");
    expect((error as Error).stack).not.toContain("secret");
  });
});

describe("the faces of a call", () => {
  test("withResponse gives the data and the response", async () => {
    const server = await serve(json([1], 201, { "x-total": "7" }));
    const { data, response } = await invoke(server.url, {}).withResponse();
    expect(data).toEqual([1]);
    expect([response.status, response.headers.get("x-total"), response.url, response.bodyUsed]).toEqual([
      201,
      "7",
      `${server.url}/try`,
      true,
    ]);
    const failing = await serve(json({ a: 1 }, 404));
    expect(await failureOf(invoke(failing.url, {}).withResponse())).toMatchObject({ status: 404, body: { a: 1 } });
  });

  test("result gives every answer as a value", async () => {
    const server = await serve(json([1], 201), json({ a: 1 }, 404));
    expect(await invoke(server.url, {}).result()).toMatchObject({
      ok: true,
      status: 201,
      data: [1],
      response: { status: 201 },
    });
    expect(await invoke(server.url, {}).result()).toMatchObject({
      ok: false,
      status: 404,
      error: { a: 1 },
      response: { status: 404 },
    });
  });

  test("the request is made at once, and once", async () => {
    const server = await serve(json("here"));
    const promise = invoke(server.url, {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.seen).toHaveLength(1);
    expect([await promise, await promise, (await promise.withResponse()).data, (await promise.result()).ok]).toEqual([
      "here",
      "here",
      "here",
      true,
    ]);
    expect(server.seen).toHaveLength(1);
  });

  test("it is a promise", async () => {
    const server = await serve(json("here"));
    expect(invoke(server.url, {})).toBeInstanceOf(Promise);
    expect(
      await Promise.all([
        invoke(server.url, {}),
        invoke(server.url, {}).then((it) => it),
        invoke(server.url, {}).finally(() => {}),
      ]),
    ).toEqual(["here", "here", "here"]);
  });
});
