import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server for what build systems cache, on this machine alone, as a team would host one of its own. */
export interface CacheServer {
  readonly url: string;
  /** What was asked of it, such as `GET 200`, and how often. */
  readonly asked: () => Readonly<Record<string, number>>;
  /** Every artifact, by hash; a test may spoil one. */
  readonly artifacts: Map<string, Artifact>;
  forget(): void;
  close(): void;
}
export interface Artifact {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a protocol makes of a request: the hash that it is about, or a status to answer with. */
export interface Protocol {
  readonly route: RegExp;
  /** Headers that come with an artifact and go with it. */
  readonly kept: readonly string[];
  readonly token: string;
  /** The status for what was stored, and for any other path. */
  readonly stored: number;
  readonly other: number;
}

/** https://turborepo.com/docs/openapi: an artifact has a signature, which turbo checks and the server only keeps. */
export const turboProtocol = {
  route: /^\/v8\/artifacts\/([0-9a-f]{16})(\?|$)/,
  kept: ["x-artifact-tag", "x-artifact-duration"],
  token: "turbo-token",
  stored: 202,
  other: 200,
} as const satisfies Protocol;

/** https://nx.dev/docs/guides/tasks--caching/self-hosted-caching: `PUT` and `GET`, and nothing else. */
export const nxProtocol = {
  route: /^\/v1\/cache\/(\w+)$/,
  kept: [],
  token: "nx-token",
  stored: 200,
  other: 404,
} as const satisfies Protocol;

export async function cacheServer(protocol: Protocol): Promise<CacheServer> {
  const artifacts = new Map<string, Artifact>();
  let counts: Record<string, number> = {};
  const server = createServer((request, response) => {
    void answer(request, response, protocol, artifacts).then(() => {
      const key = `${request.method} ${response.statusCode}`;
      if (protocol.route.test(request.url ?? "")) counts[key] = (counts[key] ?? 0) + 1;
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => counts,
    artifacts,
    forget: () => void (counts = {}),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { route, kept, token, stored, other }: Protocol,
  artifacts: Map<string, Artifact>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const hash = route.exec(request.url ?? "")?.[1];
  const end = (status: number, { body, headers }: Partial<Artifact> = {}): void =>
    void response.writeHead(status, { ...headers }).end(body);
  if (request.headers.authorization !== `Bearer ${token}`) return end(401);
  if (hash === undefined) return end(other, { body: Buffer.from(JSON.stringify({ status: "enabled" })) });
  if (request.method === "PUT") {
    const headers = kept.flatMap((it) => (request.headers[it] === undefined ? [] : [[it, `${request.headers[it]}`]]));
    artifacts.set(hash, { body: Buffer.concat(chunks), headers: Object.fromEntries(headers) });
    return end(stored, { body: Buffer.from(JSON.stringify({ urls: [] })) });
  }
  const found = artifacts.get(hash);
  return found === undefined ? end(404) : end(200, request.method === "HEAD" ? { headers: found.headers } : found);
}
