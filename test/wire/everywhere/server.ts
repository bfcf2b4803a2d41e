import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface EverywhereServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The server of the API that is called everywhere, open to every origin as an API for browsers is. */
export async function everywhereServer(): Promise<EverywhereServer> {
  const memory: Memory = { keys: [], stream: Promise.resolve("none") };
  const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    const path = (request.url ?? "").split(/[/?]/)[1] ?? "";
    const body = await buffer(request).catch(() => Buffer.alloc(0));
    await (routes[path] ?? missing)(request, response, body, memory);
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

/** What a server remembers between its requests. */
interface Memory {
  /** The idempotency keys of the call that is tried at the moment. */
  keys: readonly string[];
  /** Comes true when the last stream was given up. */
  stream: Promise<string>;
}

type Route = (request: IncomingMessage, response: ServerResponse, body: Buffer, memory: Memory) => unknown;

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
  blank: (_, response) => response.writeHead(200, { "content-type": "application/json", "content-length": "0" }).end(),
  broken: (_, response) => response.writeHead(200, { "content-type": "application/json" }).end("{oops"),
  cut: (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"a":');
    setTimeout(() => response.destroy(), 50);
  },
  silent: () => {},
  stuck: (_, response) => response.writeHead(200, { "content-type": "application/json" }).write("["),
  // Without end: the caller must stop.
  events: (_request, response, _body, memory) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    let id = 0;
    const timer = setInterval(
      () => response.write(`: gr\u00fcezi\r\nid: ${++id}\r\ndata: {"n":\r\ndata: ${id}}\r\n\r\n`),
      20,
    );
    response.on("close", () => clearInterval(timer));
    memory.stream = new Promise((resolve) => response.on("close", () => resolve("closed")));
  },
  lines: async (_, response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    for (const part of ['{"text":"gr\u00fc', 'ezi 🎉"}\n{"n"', ":2}\n"]) {
      for (const byte of Buffer.from(part)) response.write(Buffer.of(byte));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    response.end();
  },
  closed: async (_request, response, _body, { stream }) => json(response, await stream),
  flaky: ({ headers }, response, _, memory) => {
    memory.keys = [...memory.keys, String(headers["idempotency-key"])];
    if (memory.keys.length < 3) return response.writeHead(503, { "retry-after": "0" }).end();
    const { keys } = memory;
    memory.keys = [];
    return json(response, { attempts: keys.length, keys: new Set(keys).size, long: (keys[0]?.length ?? 0) > 20 });
  },
  pets: ({ url = "" }, response) => {
    const after = Number(new URL(url, "http://x").searchParams.get("starting_after") ?? 0);
    return json(response, { has_more: after < 2, data: [{ id: String(after + 1) }] });
  },
};
