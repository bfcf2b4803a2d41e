import { expect, expectTypeOf, test } from "vitest";
import type { ApiPromise } from "../../templates/runtime/api-promise.js";
import { call } from "../../templates/runtime/call.js";
import { type Client, createClient } from "../../templates/runtime/client.js";
import { ApiError } from "../../templates/runtime/errors.js";
import { isApiError } from "../../templates/runtime/is-api-error.js";
import { operation } from "./support/operation.js";
import { failureOf } from "./support/operation.js";
import { json, serve } from "./support/server.js";

interface Declined {
  readonly decline: string;
}
interface Responses {
  200: string;
  402: Declined;
  "5XX": undefined;
  default: { readonly message: string };
}

const get = (client: Client): ApiPromise<string, unknown, Responses> =>
  call(client, operation({ function: get, accept: "application/json" }));
const other = (client: Client, _input: { readonly query: { readonly a: string } }): ApiPromise<number> =>
  call(client, operation({ function: other }));

async function errorOf(status: number, body: unknown): Promise<unknown> {
  const { url } = await serve(json(body, status));
  return failureOf(get(createClient({ servers: [{ url }], schemes: {}, security: [] }, { maxRetries: 0 })));
}

test("a status narrows the body to its type", async () => {
  const error = await errorOf(402, { decline: "no" });
  expect(isApiError(error, get, 404)).toBe(false);
  if (!isApiError(error, get, 402)) throw error;
  expectTypeOf(error).toExtend<ApiError>();
  expectTypeOf(error.status).toEqualTypeOf<402>();
  expectTypeOf(error.body).toEqualTypeOf<Declined>();
  expect(error.body.decline).toBe("no");
});

test("without one, the status of the error does", async () => {
  const error = await errorOf(402, { decline: "no" });
  if (!isApiError(error, get)) throw error;
  expectTypeOf(error.body).toEqualTypeOf<Declined | undefined | { readonly message: string }>();
  if (error.status === 402) expectTypeOf(error.body).toEqualTypeOf<Declined>();
  if (error.status === 503) expectTypeOf(error.body).toEqualTypeOf<undefined>();
  if (error.status === 404) expectTypeOf(error.body).toEqualTypeOf<{ readonly message: string }>();
  expect(error.requestId).toBeUndefined();
});

test("a range and the default", async () => {
  const error = await errorOf(418, { message: "tea" });
  if (isApiError(error, get, 500)) expectTypeOf(error.body).toEqualTypeOf<undefined>();
  if (!isApiError(error, get, 418)) throw error;
  expect(error.body.message).toBe("tea");
  // @ts-expect-error 200 is no failure.
  expect(isApiError(error, get, 200)).toBe(false);
});

test("any status of a range", async () => {
  const error = await errorOf(404, { message: "none" });
  expect(isApiError(error, get, "5XX")).toBe(false);
  expect(isApiError(error, other, "4XX")).toBe(false);
  if (isApiError(error, get, "5XX")) expectTypeOf(error.body).toEqualTypeOf<undefined>();
  if (!isApiError(error, get, "4XX")) throw error;
  expectTypeOf(error.body).toEqualTypeOf<Declined | { readonly message: string }>();
  if (error.status !== 402) expect(error.body.message).toBe("none");
  // @ts-expect-error No failure is a success.
  expect(isApiError(error, get, "2XX")).toBe(false);
});

test("the error of another operation, and what is no answer", async () => {
  const error = await errorOf(402, { decline: "no" });
  expect(isApiError(error, other)).toBe(false);
  expect([undefined, new Error("no"), { status: 402 }].map((it) => isApiError(it, get))).toEqual([false, false, false]);
});

test("the function does not stand in what is logged", async () => {
  expect(JSON.parse(JSON.stringify(await errorOf(402, {})))).not.toHaveProperty("function");
});
