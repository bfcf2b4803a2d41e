import { getEventListeners } from "node:events";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { answer, ending, headOf, rawServer, resetting, type Script, trickling, writing } from "./raw-server.js";
import { outcome, useSdk } from "./sdk.js";

const sdk = useSdk();
const json = { "Content-Type": "application/json" };
const bytes = { "Content-Type": "application/octet-stream" };
const text = { "Content-Type": "text/plain" };

const compressed = gzipSync(JSON.stringify({ text: Array.from({ length: 999 }, (_, i) => i).join() }));
const gzip = (body: Uint8Array, headers = json): Uint8Array =>
  Buffer.concat([Buffer.from(headOf({ ...headers, "Content-Encoding": "gzip", "Content-Length": body.length })), body]);

/** Each fault, and what comes of it, whether JSON, bytes or text is asked for. */
const faults: readonly (readonly [name: string, script: Script, outcome: unknown])[] = [
  ["a reset before the answer", resetting(""), "ConnectionError"],
  ["a reset within the status line", resetting("HTTP/1.1 20"), "ConnectionError"],
  ["a reset within the headers", resetting("HTTP/1.1 200 OK\r\nContent-Ty"), "ConnectionError"],
  ["a reset after the headers", resetting(headOf({ ...json, "Content-Length": 9 })), "ConnectionError"],
  ["a reset within the body", resetting(headOf({ ...bytes, "Content-Length": 9 }) + '{"a'), "ConnectionError"],
  [
    "a reset within a chunk",
    resetting(headOf({ ...text, "Transfer-Encoding": "chunked" }) + "9\r\nabc"),
    "ConnectionError",
  ],
  ["an end before the answer", ending(""), "ConnectionError"],
  ["an end within the status line", ending("HTTP/1.1"), "ConnectionError"],
  ["an end within the headers", ending("HTTP/1.1 200 OK\r\nX: y\r\n"), "ConnectionError"],
  ["an end within the body", ending(headOf({ ...bytes, "Content-Length": 9 }) + "abc"), "ConnectionError"],
  [
    "an end within a chunk",
    ending(headOf({ ...json, "Transfer-Encoding": "chunked" }) + "9\r\nabc"),
    "ConnectionError",
  ],
  [
    "an end before the last chunk",
    ending(headOf({ ...text, "Transfer-Encoding": "chunked" }) + "2\r\n{}\r\n"),
    "ConnectionError",
  ],
  ["an end within an error's body", ending(headOf({ ...json, "Content-Length": 9 }, "500 X") + "{"), "ApiError"],
  ["silence", () => {}, "TimeoutError"],
  ["silence within the headers", writing("HTTP/1.1 200 OK\r\nContent-Ty"), "TimeoutError"],
  ["silence after the headers", writing(headOf({ ...json, "Content-Length": 9 })), "TimeoutError"],
  ["silence within the body", writing(headOf({ ...bytes, "Content-Length": 9 }) + "abc"), "TimeoutError"],
  ["silence within an error's body", writing(headOf({ ...json, "Content-Length": 9 }, "500 X") + "{"), "TimeoutError"],
  ["silence after a body without a length", writing(headOf(json) + "{}"), "TimeoutError"],
  ["a head that trickles", trickling(headOf({ ...json, "X-Long": "x".repeat(99) }), 20), "TimeoutError"],
  ["a body that trickles", trickling(answer(" ".repeat(99)), 8), "TimeoutError"],
  ["a length that is too long", ending(headOf({ ...json, "Content-Length": 3 }) + "{}"), "ConnectionError"],
  ["a length that is no number", ending(headOf({ ...json, "Content-Length": "two" }) + "{}"), "ConnectionError"],
  ["a negative length", ending(headOf({ ...json, "Content-Length": "-2" }) + "{}"), "ConnectionError"],
  ["two lengths", ending("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x"), "ConnectionError"],
  [
    "a chunk size that is no number",
    ending(headOf({ ...json, "Transfer-Encoding": "chunked" }) + "zz\r\n{}\r\n0\r\n\r\n"),
    "ConnectionError",
  ],
  ["a status line of something else", ending("SSH-2.0-OpenSSH_9.6\r\n"), "ConnectionError"],
  ["a status that is no number", ending("HTTP/1.1 abc OK\r\n\r\n"), "ConnectionError"],
  ["bytes of TLS", ending(new Uint8Array([0x15, 3, 1, 0, 2, 2, 0x46])), "ConnectionError"],
  ["headers of a megabyte", ending(headOf({ ...json, "X-Long": "x".repeat(1 << 20) }) + "{}"), "ConnectionError"],
  ["10,000 headers", ending(`HTTP/1.1 200 OK\r\n${"X: y\r\n".repeat(10_000)}\r\n{}`), "ConnectionError"],
  ["gzip that is none", ending(gzip(Buffer.from("plain text"))), "ConnectionError"],
  [
    "gzip with a broken checksum",
    ending(gzip(Buffer.concat([compressed.subarray(0, -8), Buffer.alloc(8)]))),
    "ConnectionError",
  ],
];

test.each(faults)("%s", async (_, script, wanted) => {
  const timeoutMs = wanted === "TimeoutError" || wanted === "ApiError" ? 200 : 5_000;
  const { signal } = new AbortController();
  const all = [sdk().getJson, sdk().getBytes, sdk().getText].map(async (call) => {
    const server = await rawServer(script);
    expect(await outcome(sdk(), call, server.url, { signal, timeoutMs })).toEqual(wanted);
    await vi.waitFor(() => expect(server.open.size).toBe(0));
  });
  await Promise.all(all);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

/** Node's fetch ends a compressed body where it ends, as browsers do, so only who knows the format can tell. */
describe("gzip that is cut", () => {
  test.each<readonly [string, typeof json, "getJson" | "getText", unknown]>([
    ["is an error where it is JSON", json, "getJson", "DecodeError"],
    ["is as much as came where it is text", text, "getText", expect.stringMatching(/^\{"text":"0,1,2/)],
  ])("%s", async (_, headers, kind, wanted) => {
    const server = await rawServer(ending(gzip(compressed.subarray(0, -12), headers)));
    expect(await outcome(sdk(), sdk()[kind], server.url)).toEqual(wanted);
  });
});
