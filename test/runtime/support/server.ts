import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it arrived. */
export interface Seen {
  readonly method: string;
  /** Path and query as they stood in the request line. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TestServer {
  readonly url: string;
  readonly seen: readonly Seen[];
}

/** What answers: data, or whatever one does with a response. The n-th request gets the n-th answer, the last one stays. */
export type Answer = Reply | ((request: Seen, response: ServerResponse) => void);
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A server on the loopback interface that remembers what it was asked and ends with the test. */
export async function serve(...answers: readonly [Answer, ...Answer[]]): Promise<TestServer> {
  const seen: Seen[] = [];
  const server = createServer(async (incoming, response) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)];
    const request = await received(incoming).catch(() => undefined);
    if (request === undefined) return;
    seen.push(request);
    if (typeof answer === "function") answer(request, response);
    else reply(response, answer ?? {});
  });
  await listening(server);
  onTestFinished(() => closed(server));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

export function reply(response: ServerResponse, { status = 200, headers = {}, body = "" }: Reply): void {
  response.writeHead(status, headers).end(body);
}

async function received(incoming: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? "",
    url: incoming.url ?? "",
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString("latin1"),
  };
}

const listening = (server: Server): Promise<void> => new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
