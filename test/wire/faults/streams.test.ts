import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { answer, ending, headOf, rawServer, resetting, type Script, writing } from "./raw-server.js";
import { useSdk } from "./sdk.js";

const sdk = useSdk();

/** The two kinds of stream: their media type, and how two values of them look. */
const kinds = {
  getEvents: { "Content-Type": "text/event-stream", one: 'data: {"n":1}\n\n', two: 'data: {"n":2}\n\n' },
  getLines: { "Content-Type": "application/x-ndjson", one: '{"n":1}\n', two: '{"n":2}\n' },
} as const;
type Kind = keyof typeof kinds;

interface Got {
  readonly values: readonly unknown[];
  /** The name of the error that ended it. */
  readonly error?: string;
}

/** What a stream gives, and how it ends. */
async function got(kind: Kind, url: string, options: object = {}, each: () => void = () => {}): Promise<Got> {
  const client = sdk().createClient({ baseUrl: url, auth: { bearer: "x" }, maxRetries: 0 });
  const values: unknown[] = [];
  try {
    // These operations answer with streams.
    for await (const it of (await sdk()[kind](client, undefined, options)) as AsyncIterable<unknown>) {
      values.push(kind === "getEvents" ? (it as { readonly data: unknown }).data : it);
      each();
    }
  } catch (error) {
    return { values, error: (error as Error).name };
  }
  return { values };
}

const [one, both] = [[{ n: 1 }], [{ n: 1 }, { n: 2 }]];

/** In chunks, as servers send streams. Of a body without length or chunks Node's fetch takes a reset for the end. */
const chunked = (head: string, value = ""): string =>
  `${head.trimEnd()}\r\nTransfer-Encoding: chunked\r\n\r\n${value && `${value.length.toString(16)}\r\n${value}\r\n`}`;

/** Each fault: what the server does with the values of a stream, and what comes of it. */
const faults: readonly (readonly [
  name: string,
  script: (stream: (typeof kinds)[Kind], head: string) => Script,
  wanted: Got,
])[] = [
  ["an end after whole values", (it, head) => ending(head + it.one + it.two), { values: both }],
  ["a reset before the answer", () => resetting(""), { values: [], error: "ConnectionError" }],
  ["a reset after the head", (_, head) => resetting(chunked(head)), { values: [], error: "ConnectionError" }],
  ["a reset after a value", (it, head) => resetting(chunked(head, it.one)), { values: one, error: "ConnectionError" }],
  [
    "an end within a chunk",
    (it, head) => ending(`${chunked(head, it.one)}99\r\n`),
    { values: one, error: "ConnectionError" },
  ],
  [
    "a value that is no JSON",
    (it, head) => ending(head + it.one + it.two.replace("}", "")),
    { values: one, error: "DecodeError" },
  ],
  ["silence before the head", () => () => {}, { values: [], error: "TimeoutError" }],
  ["silence within the head", () => writing("HTTP/1.1 200 OK\r\nContent"), { values: [], error: "TimeoutError" }],
  [
    "an error that is JSON",
    () => ending(answer('{"message":"no"}', "application/json", "500 X")),
    { values: [], error: "ApiError" },
  ],
  ["a page in its place", () => ending(answer("<h1>Sign in</h1>", "text/html")), { values: [], error: "DecodeError" }],
];

describe.each(Object.keys(kinds) as Kind[])("%s", (kind) => {
  const { [kind]: stream } = kinds;
  const head = headOf({ "Content-Type": stream["Content-Type"] });

  test.each(faults)("%s", async (_, script, wanted) => {
    const server = await rawServer(script(stream, head));
    const { signal } = new AbortController();
    const timeoutMs = wanted.error === "TimeoutError" ? 200 : 5_000;
    expect(await got(kind, server.url, { signal, timeoutMs })).toEqual(wanted);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await vi.waitFor(() => expect(server.open.size).toBe(0));
  });

  test("an abort in the middle of a silence", async () => {
    const server = await rawServer(writing(head + stream.one));
    const controller = new AbortController();
    const abort = (): void => void setTimeout(() => controller.abort(), 30);
    expect(await got(kind, server.url, { signal: controller.signal }, abort)).toEqual({
      values: one,
      error: "AbortError",
    });
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    await vi.waitFor(() => expect(server.open.size).toBe(0));
  });

  test("a reader that has enough", async () => {
    const server = await rawServer(writing(head + stream.one + stream.two));
    const enough = (): never => {
      throw new RangeError("enough");
    };
    expect(await got(kind, server.url, {}, enough)).toEqual({ values: one, error: "RangeError" });
    await vi.waitFor(() => expect(server.open.size).toBe(0));
  });
});
