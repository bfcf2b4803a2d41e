import { createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What a server does with a connection once the head of a request has arrived on it. */
export type Script = (socket: Socket, head: string) => void | Promise<void>;

export interface RawServer {
  readonly url: string;
  /** The heads of the requests, in the order in which they came. */
  readonly heads: readonly string[];
  /** The connections that are open and on which a request came; Node's fetch opens one in advance after it gave one up. */
  readonly open: ReadonlySet<Socket>;
}

/** A server that speaks no HTTP but what its scripts write. The n-th request gets the n-th script, the last one stays. */
export async function rawServer(...scripts: readonly [Script, ...Script[]]): Promise<RawServer> {
  const heads: string[] = [];
  const [all, open] = [new Set<Socket>(), new Set<Socket>()];
  const server = createServer((socket) => {
    all.add(socket);
    socket.on("close", () => [all, open].forEach((it) => it.delete(socket)));
    // Whoever is at the other end may leave at any time.
    socket.on("error", () => {});
    onHead(socket, (head) => {
      const script = scripts[Math.min(heads.length, scripts.length - 1)];
      heads.push(head);
      open.add(socket);
      void script?.(socket, head);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of all) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heads, open };
}

/** Each time that the head of a request is complete; what follows it is left to the script. */
function onHead(socket: Socket, then: (head: string) => void): void {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = text.slice(0, end);
    text = "";
    then(head);
  });
}

/** Writes this and nothing more. */
export const writing =
  (text: string | Uint8Array): Script =>
  (socket) =>
    void socket.write(text);

/** Writes this, and then ends the connection. */
export const ending =
  (text: string | Uint8Array): Script =>
  (socket) =>
    void socket.end(text);

/** Writes this, and then resets the connection, so that the other end sees no orderly end. */
export const resetting =
  (text: string | Uint8Array): Script =>
  async (socket) => {
    if (text.length > 0) {
      socket.write(text);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    socket.resetAndDestroy();
  };

/** Writes a byte at a time. */
export const trickling =
  (text: string, ms: number): Script =>
  (socket) => {
    let at = 0;
    const timer = setInterval(() => {
      if (at < text.length) socket.write(text.charAt(at++));
      else socket.end();
    }, ms);
    socket.on("close", () => clearInterval(timer));
  };

/** The head of an answer. */
export const headOf = (headers: Readonly<Record<string, string | number>>, status = "200 OK"): string =>
  [`HTTP/1.1 ${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "", ""].join("\r\n");

/** A whole answer of this type. */
export const answer = (body: string, type = "application/json", status = "200 OK"): string =>
  headOf({ "Content-Type": type, "Content-Length": Buffer.byteLength(body) }, status) + body;
