import { describe, expect, expectTypeOf, test } from "vitest";
import type { ApiPromise } from "../../templates/runtime/api-promise.js";
import type { Result } from "../../templates/runtime/result.js";
import { type ErrorModel, type Invoice, type SendResponses, createClient, sendInvoice } from "./support/flagship.js";
import { json, serve } from "./support/server.js";

interface NotFound {
  readonly missing: string;
}

describe("a listed success and a default", () => {
  test("narrow by ok and by status, also by one that is not listed", async () => {
    const server = await serve(json({ error: { type: "card_error" } }, 402));
    const client = createClient({ baseUrl: server.url, auth: { bearerAuth: "sk_test" } });
    const result = await sendInvoice(client, { path: { invoice: "in_1" } }).result();

    if (result.ok) {
      expectTypeOf(result.status).toEqualTypeOf<200>();
      expectTypeOf(result.data).toEqualTypeOf<Invoice>();
    } else if (result.status === 402) {
      expectTypeOf(result.error).toEqualTypeOf<ErrorModel>();
      expect(result.error.error.type).toBe("card_error");
    }
    expectTypeOf<Result<SendResponses>["response"]>().toEqualTypeOf<Response>();
    expect(result.status).toBe(402);
  });

  test("the default holds no listed status and no success", () => {
    type Failed = Extract<Result<SendResponses>, { readonly ok: false }>["status"];
    expectTypeOf<402>().toExtend<Failed>();
    expectTypeOf<Extract<Failed, 200 | 201 | 299>>().toBeNever();
    // @ts-expect-error 200 is no failure, so the comparison can never hold.
    ((it: Extract<Result<SendResponses>, { ok: false }>) => it.status === 200)({ status: 402 } as never);
  });
});

describe("other descriptions", () => {
  test("each status has the body that is listed for it", () => {
    type It = Result<{ 200: Invoice; 201: string; 204: undefined; 404: NotFound; 304: undefined }>;
    type At<Status> = Extract<It, { readonly status: Status }>;
    expectTypeOf<At<200>["ok"]>().toEqualTypeOf<true>();
    expectTypeOf<Extract<It, { ok: true; status: 201 }>["data"]>().toEqualTypeOf<string>();
    expectTypeOf<Extract<It, { ok: true; status: 204 }>["data"]>().toEqualTypeOf<undefined>();
    expectTypeOf<Extract<It, { ok: false; status: 404 }>["error"]>().toEqualTypeOf<NotFound>();
    expectTypeOf<Extract<It, { ok: false; status: 304 }>["error"]>().toEqualTypeOf<undefined>();
  });

  test("a failure that is not described has an unknown body, one that is keeps its own", () => {
    const check = (it: Result<{ 200: Invoice; 404: NotFound }>): void => {
      if (it.ok) expectTypeOf(it.data).toEqualTypeOf<Invoice>();
      else if (it.status === 404) expectTypeOf(it.error).toEqualTypeOf<NotFound>();
      else expectTypeOf(it.error).toBeUnknown();
    };
    expect(check).toBeTypeOf("function");
  });

  test("a range holds what is not listed by itself, the default what is in no range", () => {
    const check = (it: Result<{ 200: Invoice; 404: NotFound; "4XX": "client"; default: "other" }>): void => {
      if (it.status === 404) expectTypeOf(it).toHaveProperty("error").toEqualTypeOf<NotFound>();
      else if (it.status === 422) expectTypeOf(it).toHaveProperty("error").toEqualTypeOf<"client">();
      else if (it.status === 500) expectTypeOf(it).toHaveProperty("error").toEqualTypeOf<"other">();
    };
    expect(check).toBeTypeOf("function");
  });

  test("a range of successes", () => {
    const check = (it: Result<{ "2XX": Invoice; default: ErrorModel }>): void => {
      if (it.ok) expectTypeOf(it.data).toEqualTypeOf<Invoice>();
      else expectTypeOf(it.error).toEqualTypeOf<ErrorModel>();
      if (it.status === 204) expectTypeOf(it.ok).toEqualTypeOf<true>();
    };
    expect(check).toBeTypeOf("function");
  });

  test("a lone default is about successes and failures", () => {
    const check = (it: Result<{ default: Invoice }>): void => {
      if (it.ok) expectTypeOf(it.data).toEqualTypeOf<Invoice>();
      else expectTypeOf(it.error).toEqualTypeOf<Invoice>();
    };
    expect(check).toBeTypeOf("function");
  });

  test("nothing but failures", () => {
    const check = (it: Result<{ 404: NotFound }>): void => {
      if (it.ok) expectTypeOf(it.data).toBeUnknown();
      else if (it.status === 404) expectTypeOf(it.error).toEqualTypeOf<NotFound>();
    };
    expect(check).toBeTypeOf("function");
  });
});

test("an ApiPromise is a promise of the data", () => {
  type Promised = ApiPromise<Invoice, ErrorModel, SendResponses>;
  expectTypeOf<Promised>().toExtend<Promise<Invoice>>();
  expectTypeOf<Awaited<Promised>>().toEqualTypeOf<Invoice>();
  expectTypeOf<Awaited<ReturnType<Promised["withResponse"]>>["data"]>().toEqualTypeOf<Invoice>();
  // Without responses by status, any success has the data and any failure the error.
  const check = (it: Awaited<ReturnType<ApiPromise<Invoice, ErrorModel>["result"]>>): void => {
    if (it.ok) expectTypeOf(it.data).toEqualTypeOf<Invoice>();
    else expectTypeOf(it.error).toEqualTypeOf<ErrorModel>();
  };
  expect(check).toBeTypeOf("function");
});

test("options may be undefined, credentials are typed", () => {
  createClient({ auth: { bearerAuth: process.env["NO_SUCH_VARIABLE"] }, baseUrl: undefined, timeoutMs: undefined });
  createClient({ auth: { basicAuth: async () => ({ username: "a", password: "b" }) } });
  // @ts-expect-error A basic credential is no text.
  createClient({ auth: { basicAuth: "sk_test" } });
  // @ts-expect-error There is no such scheme.
  createClient({ auth: { apiKey: "sk_test" } });
});
