import { expect, test } from "vitest";
import type { Middleware } from "../../../templates/runtime/middleware.js";
import { failureOf, invoke } from "../support/operation.js";
import { type Answer, json, serve } from "../support/server.js";

/** Keeps the answers that have an `ETag`, and asks the server whether they still hold (RFC 9110, section 13.1.2). */
const caching = (kept: Map<string, Response>): Middleware => {
  return async (request, next, { method }) => {
    const known = kept.get(request.url);
    const tag = known?.headers.get("etag");
    if (method !== "GET" || known === undefined || !tag) return keep(await next(request));
    const asking = new Request(request);
    asking.headers.set("if-none-match", tag);
    const response = await next(asking);
    return response.status === 304 ? known.clone() : keep(response);

    function keep(response: Response): Response {
      if (method === "GET" && response.ok && response.headers.has("etag")) kept.set(request.url, response.clone());
      return response;
    }
  };
};

const tagged: Answer = (seen, response) => {
  const isKnown = seen.headers["if-none-match"] === '"v1"';
  response.writeHead(isKnown ? 304 : 200, { etag: '"v1"', "content-type": "application/json" });
  response.end(isKnown ? undefined : '{"n":1}');
};

test("what the server says has not changed is not sent again", async () => {
  const server = await serve(tagged);
  const client = { middleware: [caching(new Map())] };
  const first = await invoke(server.url, {}, {}, {}, client).withResponse();
  const again = await invoke(server.url, {}, {}, {}, client).withResponse();
  expect([first.data, again.data, again.response.status]).toEqual([{ n: 1 }, { n: 1 }, 200]);
  expect(server.seen.map((it) => it.headers["if-none-match"])).toEqual([undefined, '"v1"']);
});

test("errors and other methods are not kept", async () => {
  const server = await serve(json({}, 404, { etag: '"v1"' }), json({ n: 2 }, 200, { etag: '"v1"' }), tagged);
  const kept = new Map<string, Response>();
  const client = { middleware: [caching(kept)] };
  await failureOf(invoke(server.url, {}, {}, {}, client));
  await invoke(server.url, { method: "PUT" }, {}, {}, client);
  expect(kept.size).toBe(0);
});
