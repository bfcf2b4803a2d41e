import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface EverywhereServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The server of the API that is called everywhere, open to every origin as an API for browsers is. */
export async function everywhereServer(): Promise<EverywhereServer> {
  const keys: string[] = [];
  const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    const path = (request.url ?? "").split(/[/?]/)[1] ?? "";
    const body = await buffer(request).catch(() => Buffer.alloc(0));
    await (routes[path] ?? missing)(request, response, body, keys);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type, idempotency-key, x-trace",
  "access-control-expose-headers": "request-id",
  "request-id": "req_1",
};

type Route = (request: IncomingMessage, response: ServerResponse, body: Buffer, keys: string[]) => unknown;

const json = (response: ServerResponse, value: unknown, status = 200): unknown =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));

const missing: Route = (_, response) => json(response, { message: "no such thing" }, 404);

/** What was sent, as far as it must be the same wherever it comes from. */
const echo: Route = ({ method, url, headers }, response, body) => {
  const { authorization, accept } = headers;
  const contentType = headers["content-type"]?.replace(/boundary=.*/, "boundary=");
  const trace = headers["x-trace"];
  const parts = [...body.toString("latin1").matchAll(/name="(\w+)"(?:; filename="([^"]*)")?/g)].map(([it]) => it);
  const text = parts.length > 0 ? parts : body.toString();
  return json(response, { method, url, authorization, accept, contentType, trace, body: text });
};

const routes: Readonly<Record<string, Route>> = {
  echo,
  json: echo,
  form: echo,
  files: echo,
  bytes: (_, response) =>
    response.writeHead(200, { "content-type": "application/octet-stream" }).end(Buffer.from([0, 255, 10])),
  text: (_, response) => response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end("grüezi 🎉"),
  gateway: (_, response) => response.writeHead(502, { "content-type": "text/html" }).end("<h1>502</h1>"),
  broken: (_, response) => response.writeHead(200, { "content-type": "application/json" }).end("{oops"),
  cut: (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"a":');
    setTimeout(() => response.destroy(), 50);
  },
  silent: () => {},
  stuck: (_, response) => response.writeHead(200, { "content-type": "application/json" }).write("["),
  flaky: ({ headers }, response, _, keys) => {
    keys.push(String(headers["idempotency-key"]));
    if (keys.length % 3 !== 0) return response.writeHead(503, { "retry-after": "0" }).end();
    const mine = keys.splice(0);
    return json(response, { attempts: mine.length, keys: new Set(mine).size, long: (mine[0]?.length ?? 0) > 20 });
  },
  pets: ({ url = "" }, response) => {
    const after = Number(new URL(url, "http://x").searchParams.get("starting_after") ?? 0);
    return json(response, { has_more: after < 2, data: [{ id: String(after + 1) }] });
  },
};
