import { expect, test } from "vitest";
import { httpBearer } from "../../templates/runtime/auth.js";
import type { CallInfo, Middleware } from "../../templates/runtime/middleware.js";
import { encodeJson } from "../../templates/runtime/json.js";
import { failureOf, invoke } from "./support/operation.js";
import { json, serve } from "./support/server.js";

test("the first of the list is outermost, and each sees request and response", async () => {
  const server = await serve(json("here"));
  const log: string[] = [];
  const layer =
    (name: string): Middleware =>
    async (request, next) => {
      log.push(`${name} > ${request.method} ${new URL(request.url).pathname}`);
      const response = await next(request);
      log.push(`${name} < ${response.status}`);
      return response;
    };
  expect(await invoke(server.url, {}, {}, {}, { middleware: [layer("a"), layer("b")] })).toBe("here");
  expect(log).toEqual(["a > GET /try", "b > GET /try", "b < 200", "a < 200"]);
});

test("it is told the operation and the attempt", async () => {
  const server = await serve(json({}, 503, { "retry-after": "0" }), json({}));
  const calls: CallInfo[] = [];
  const middleware: readonly Middleware[] = [(request, next, call) => (calls.push(call), next(request))];
  await invoke(server.url, { path: "/{id}", tags: ["pets"] }, { path: { id: "x" } }, {}, { middleware });
  expect(calls).toEqual([
    { operation: "Try", method: "GET", path: "/{id}", tags: ["pets"], retry: 0 },
    { operation: "Try", method: "GET", path: "/{id}", tags: ["pets"], retry: 1 },
  ]);
});

test("it can change the request", async () => {
  const server = await serve(json({}));
  const middleware: readonly Middleware[] = [
    (request, next) =>
      next(new Request(request, { headers: { ...Object.fromEntries(request.headers), "x-trace": "1" } })),
  ];
  const content = { contentType: "application/json", encode: encodeJson };
  await invoke(server.url, { method: "POST", body: content }, { body: { a: 1 } }, {}, { middleware });
  expect(server.seen[0]).toMatchObject({
    body: '{"a":1}',
    headers: { "x-trace": "1", "content-type": "application/json" },
  });
});

test("it can answer by itself", async () => {
  const middleware: readonly Middleware[] = [async () => Response.json({ cached: true })];
  expect(await invoke("http://127.0.0.1:1", {}, {}, {}, { middleware })).toEqual({ cached: true });
});

test("it can send again, as for a token that has expired", async () => {
  const server = await serve(json({}, 401), json("here"));
  let token = "old";
  const refresh: Middleware = async (request, next) => {
    const spare = request.clone();
    const response = await next(request);
    if (response.status !== 401) return response;
    token = "new";
    const headers = new Headers(spare.headers);
    headers.set("authorization", `Bearer ${token}`);
    return next(new Request(spare, { headers }));
  };
  const client = {
    schemes: { bearer: httpBearer },
    security: [["bearer"]],
    auth: { bearer: () => token },
    middleware: [refresh],
  };
  expect(await invoke(server.url, {}, {}, {}, client)).toBe("here");
  expect(server.seen.map((it) => it.headers.authorization)).toEqual(["Bearer old", "Bearer new"]);
});

test("its own error reaches the caller as it is, and is not tried again", async () => {
  const server = await serve(json({}));
  const broken = new TypeError("a bug in the middleware");
  let calls = 0;
  const middleware: readonly Middleware[] = [() => (calls++, Promise.reject(broken))];
  expect(await failureOf(invoke(server.url, {}, {}, {}, { middleware }))).toBe(broken);
  const throwing: readonly Middleware[] = [
    () => {
      throw broken;
    },
  ];
  expect(await failureOf(invoke(server.url, {}, {}, {}, { middleware: throwing }))).toBe(broken);
  expect([calls, server.seen.length]).toEqual([1, 0]);
});

test("fetch can be given, and is called as a function, not as a method", async () => {
  const seen: unknown[] = [];
  async function fetch(this: unknown, request: Request): Promise<Response> {
    seen.push(this, request.url, request.headers.get("accept"));
    return Response.json("mine");
  }
  expect(await invoke("https://api.example.com", { accept: "application/json" }, {}, {}, { fetch })).toBe("mine");
  expect(seen).toEqual([undefined, "https://api.example.com/try", "application/json"]);
});
