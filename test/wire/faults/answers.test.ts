import { describe, expect, test } from "vitest";
import { answer, ending, headOf, rawServer, type Script, trickling } from "./raw-server.js";
import { outcome, type Sdk, useSdk } from "./sdk.js";

const sdk = useSdk();
const page = "<!doctype html><title>Sign in</title>";

/** Answers that are odd, and what comes of them. */
const answers: readonly (readonly [
  name: string,
  kind: "getJson" | "getBytes" | "getText",
  script: Script,
  outcome: unknown,
])[] = [
  ["JSON that breaks off", "getJson", ending(answer('{"a":')), "DecodeError"],
  ["JSON that is none", "getJson", ending(answer("{oops}")), "DecodeError"],
  ["JSON with something after it", "getJson", ending(answer('{"a":1}{"b":2}')), "DecodeError"],
  ["JSON nested 100,000 deep", "getJson", ending(answer("[".repeat(100_000))), "DecodeError"],
  [
    "JSON with bytes that are no UTF-8",
    "getJson",
    ending(Buffer.from(answer('{"a":"?"}').replace("?", "\xff"), "latin1")),
    { a: "\ufffd" },
  ],
  ["JSON after a byte order mark", "getJson", ending(answer('\ufeff{"a":1}')), { a: 1 }],
  ["JSON without a content type", "getJson", ending(headOf({ "Content-Length": 7 }) + '{"a":1}'), { a: 1 }],
  ["JSON without a length", "getJson", ending(headOf({ "Content-Type": "application/json" }) + '{"a":1}'), { a: 1 }],
  [
    "JSON of another JSON type",
    "getJson",
    ending(answer('{"a":1}', "application/problem+json; charset=utf-8")),
    { a: 1 },
  ],
  ["JSON that comes slowly", "getJson", trickling(answer('{"a":1}'), 2), { a: 1 }],
  [
    "an own __proto__",
    "getJson",
    ending(answer('{"__proto__":{"admin":true}}')),
    JSON.parse('{"__proto__":{"admin":true}}'),
  ],
  ["a page where JSON is asked for", "getJson", ending(answer(page, "text/html")), "DecodeError"],
  ["a page where bytes are asked for", "getBytes", ending(answer(page, "text/html")), page],
  ["a page that is an error", "getJson", ending(answer(page, "text/html", "502 Bad Gateway")), "ApiError"],
  ["an error that says it is JSON", "getJson", ending(answer(page, "application/json", "500 X")), "ApiError"],
  ["an error without a body", "getText", ending(answer("", "text/plain", "404 Not Found")), "ApiError"],
  ["digits that are text", "getText", ending(answer("123", "text/plain")), "123"],
  ["a status without a reason", "getText", ending("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok"), "ok"],
  ["HTTP/1.0", "getText", ending("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nok"), "ok"],
  [
    "early hints first",
    "getText",
    ending("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + answer("ok", "text/plain")),
    "ok",
  ],
  [
    "chunks with a trailer",
    "getText",
    ending(
      headOf({ "Content-Type": "text/plain", "Transfer-Encoding": "chunked" }) +
        "1\r\no\r\n1\r\nk\r\n0\r\nX: y\r\n\r\n",
    ),
    "ok",
  ],
  ["a redirect to nowhere", "getText", ending(headOf({ "Content-Length": 0 }, "302 Found")), "ApiError"],
  [
    "a redirect to what is no URL",
    "getText",
    ending(headOf({ Location: "http://[", "Content-Length": 0 }, "302 Found")),
    "ConnectionError",
  ],
  [
    "a redirect to a file",
    "getText",
    ending(headOf({ Location: "file:///etc/passwd", "Content-Length": 0 }, "302 Found")),
    "ConnectionError",
  ],
  [
    "a redirect in a circle",
    "getText",
    ending(headOf({ Location: "/text", "Content-Length": 0, Connection: "close" }, "302 Found")),
    "ConnectionError",
  ],
];

test.each(answers)("%s", async (_, kind, script, wanted) => {
  const server = await rawServer(script);
  expect(await outcome(sdk(), sdk()[kind], server.url)).toEqual(wanted);
});

describe("a DecodeError", () => {
  test("keeps status, text and request id", async () => {
    const server = await rawServer(
      ending(headOf({ "Content-Type": "application/json", "Request-Id": "req_1" }) + "{oops"),
    );
    const client = sdk().createClient({ baseUrl: server.url, auth: { bearer: "x" } });
    const error: unknown = await (sdk() satisfies Sdk).getJson(client).catch((it: unknown) => it);
    expect(error).toMatchObject({ name: "DecodeError", status: 200, body: "{oops", requestId: "req_1" });
  });
});
