import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { apiKeyCookie, apiKeyHeader, apiKeyQuery } from "../../templates/runtime/api-key.js";
import { httpBearer } from "../../templates/runtime/auth.js";
import type { CallOptions, ClientOptions } from "../../templates/runtime/client.js";
import { type SdkError } from "../../templates/runtime/errors.js";
import { failureOf, invoke } from "./support/operation.js";
import { type Answer, serve } from "./support/server.js";

const SECRET = "s3cr3t";
const schemes = {
  bearer: httpBearer,
  header: apiKeyHeader("X-Key"),
  query: apiKeyQuery("key"),
  cookie: apiKeyCookie("sid"),
};
const auth = { bearer: SECRET, header: SECRET, query: SECRET, cookie: SECRET };
const input = { path: { id: SECRET }, query: { q: SECRET }, header: { "x-a": SECRET }, cookie: { c: SECRET } };
const options = { headers: { "x-secret": SECRET }, idempotencyKey: SECRET };

/** A server that repeats what it was told, as debugging proxies do, and sets a cookie. */
const repeating =
  (status: number): Answer =>
  (seen, response) => {
    response.writeHead(status, { "content-type": "application/json", "set-cookie": `sid=${SECRET}`, "x-echo": SECRET });
    response.end(status === 200 ? `{"${JSON.stringify(seen)}` : JSON.stringify(seen));
  };
const cut: Answer = (_, response) => void response.destroy();
const hanging: Answer = () => {};

/** What Deno and Bun put into their errors: the URL, in a message and as a member. */
const namingUrls = async ({ url }: Request): Promise<Response> => {
  throw Object.assign(new TypeError(`error sending request for url (${url})`), { path: url });
};

const failures: readonly (readonly [string, Answer, CallOptions, ClientOptions])[] = [
  ["ApiError", repeating(402), {}, {}],
  ["DecodeError", repeating(200), {}, {}],
  ["ConnectionError", cut, {}, {}],
  ["ConnectionError", cut, {}, { fetch: namingUrls }],
  ["TimeoutError", hanging, { timeoutMs: 20 }, {}],
  ["AbortError", hanging, { signal: AbortSignal.abort() }, {}],
  ["InputError", hanging, { baseUrl: "nowhere" }, {}],
  ["InputError", hanging, { headers: { "x-b": `${SECRET}\n` } }, {}],
  ["InputError", hanging, { auth: { header: `${SECRET}\n` } }, {}],
];

describe.each(failures)(
  "an %s, printed in any way, shows nothing of what was sent or came back",
  (name, answer, call, client) => {
    const failed = async (): Promise<SdkError> => {
      const server = await serve(answer);
      const all = { schemes, security: [["bearer", "header", "query", "cookie"]], auth, maxRetries: 0, ...client };
      const error = await failureOf(invoke(server.url, { path: "/{id}" }, input, { ...options, ...call }, all));
      expect(error).toMatchObject({ name });
      return error as SdkError;
    };

    test.each<readonly [string, (error: SdkError) => string]>([
      ["as a text", String],
      ["its stack", (error) => error.stack ?? ""],
      ["as JSON", (error) => JSON.stringify(error)],
      ["by console.log", (error) => inspect(error)],
      ["to any depth", (error) => inspect(error, { depth: 10, showHidden: true })],
      ["its members", (error) => JSON.stringify({ ...error })],
      ["its cause", (error) => inspect(error.cause, { depth: 10 })],
    ])("%s", async (_, print) => {
      expect(print(await failed())).not.toContain(SECRET);
    });
  },
);

test("what is not shown can be read", async () => {
  const server = await serve(repeating(402));
  const error = await failureOf(invoke(server.url, {}, {}, options));
  expect(error).toMatchObject({ status: 402, body: { headers: { "x-secret": SECRET } } });
  expect(inspect(error)).toContain("status: 402");
});
