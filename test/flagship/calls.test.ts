import { describe, expect, expectTypeOf, test } from "vitest";
import {
  AbortError,
  ApiError,
  ConnectionError,
  createClient,
  DecodeError,
  InputError,
  postInvoicesInvoiceSend,
  TimeoutError,
  type Auth,
  type ClientOptions,
  type ErrorModel,
  type Invoice,
} from "../../generated/stripe/index.js";
import { json, reply, serve, type Answer } from "../runtime/support/server.js";

const SECRET = "sk_test_51secret";
const invoice = { id: "in_123", object: "invoice", status: "open" };
const input = { path: { invoice: "in_123" } };

/** A server with these answers, and what sends an invoice to it. */
async function stripe(answers: readonly [Answer, ...Answer[]], options: ClientOptions = {}) {
  const server = await serve(...answers);
  const client = createClient({ baseUrl: server.url, auth: { bearerAuth: SECRET }, ...options });
  return { server, client };
}

/** What a promise rejects with. */
const failure = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.fail("it succeeded"),
    (error: unknown) => error,
  );

describe("the request", () => {
  test("is a form with brackets", async () => {
    const { server, client } = await stripe([json(invoice)]);
    const sent = await postInvoicesInvoiceSend(client, {
      ...input,
      body: { expand: ["customer", "lines.data.discounts"] },
    });
    expect(sent).toEqual(invoice);
    expect(server.seen).toHaveLength(1);
    const [request] = server.seen;
    expect(`${request?.method} ${request?.url}`).toBe("POST /v1/invoices/in_123/send");
    expect(decodeURIComponent(request?.body ?? "")).toBe("expand[0]=customer&expand[1]=lines.data.discounts");
    expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(request?.headers.accept).toBe("application/json");
  });

  test("has no body where none is given", async () => {
    const { server, client } = await stripe([json(invoice)]);
    await postInvoicesInvoiceSend(client, input);
    expect(server.seen[0]?.body).toBe("");
    expect(server.seen[0]?.headers["content-type"]).toBeUndefined();
  });

  test("goes to its path, whatever the parameter holds", async () => {
    const { server, client } = await stripe([json(invoice)]);
    await postInvoicesInvoiceSend(client, { path: { invoice: "in_1/../2?a#b%2F" } });
    expect(server.seen[0]?.url).toBe("/v1/invoices/in_1%2F..%2F2%3Fa%23b%252F/send");
    for (const id of ["", ".", ".."]) {
      expect(await failure(postInvoicesInvoiceSend(client, { path: { invoice: id } }))).toBeInstanceOf(InputError);
    }
    expect(server.seen).toHaveLength(1);
  });
});

describe("the credential", () => {
  const credentials: readonly (readonly [string, Auth, string])[] = [
    ["a bearer token", { bearerAuth: SECRET }, `Bearer ${SECRET}`],
    ["a name and a password", { basicAuth: { username: SECRET, password: "" } }, `Basic ${btoa(`${SECRET}:`)}`],
    ["a function that gives it", { bearerAuth: async () => SECRET }, `Bearer ${SECRET}`],
    ["the one that is given", { basicAuth: undefined, bearerAuth: SECRET }, `Bearer ${SECRET}`],
  ];
  test.each(credentials)("is %s", async (_, auth, header) => {
    const { server, client } = await stripe([json(invoice)], { auth });
    await postInvoicesInvoiceSend(client, input);
    expect(server.seen[0]?.headers.authorization).toBe(header);
  });

  test("is missed before anything is sent", async () => {
    const { server, client } = await stripe([json(invoice)], { auth: { bearerAuth: undefined } });
    const error = await failure(postInvoicesInvoiceSend(client, input));
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toMatch(/basicAuth.*bearerAuth/);
    expect(server.seen).toHaveLength(0);
  });
});

describe("a call that fails on the way", () => {
  const unavailable: Answer = { status: 503, headers: { "retry-after": "0" } };

  test("is made again under the same idempotency key", async () => {
    const { server, client } = await stripe([unavailable, unavailable, json(invoice)], {
      idempotencyHeader: "Idempotency-Key",
    });
    expect(await postInvoicesInvoiceSend(client, input)).toEqual(invoice);
    const keys = server.seen.map((it) => it.headers["idempotency-key"]);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  test("has another key than the next call", async () => {
    const { server, client } = await stripe([json(invoice)], { idempotencyHeader: "Idempotency-Key" });
    await postInvoicesInvoiceSend(client, input);
    await postInvoicesInvoiceSend(client, input, { idempotencyKey: "mine" });
    expect(server.seen[1]?.headers["idempotency-key"]).toBe("mine");
    expect(server.seen[0]?.headers["idempotency-key"]).not.toBe("mine");
  });

  test("is not made again without a key: it would send the invoice twice", async () => {
    const { server, client } = await stripe([unavailable, json(invoice)]);
    expect(await failure(postInvoicesInvoiceSend(client, input))).toMatchObject({ name: "ApiError", status: 503 });
    expect(server.seen).toHaveLength(1);
  });

  test("ends in time", async () => {
    const { client } = await stripe([() => {}]);
    expect(await failure(postInvoicesInvoiceSend(client, input, { timeoutMs: 50 }))).toBeInstanceOf(TimeoutError);
  });

  test("ends when its body does not come", async () => {
    const { client } = await stripe([
      (_, response) => void response.writeHead(200, { "content-type": "application/json" }).write("{"),
    ]);
    expect(await failure(postInvoicesInvoiceSend(client, input, { timeoutMs: 50 }))).toBeInstanceOf(TimeoutError);
  });

  test("ends when its caller says so", async () => {
    const controller = new AbortController();
    const { client } = await stripe([() => controller.abort(new Error("enough"))]);
    const error = await failure(postInvoicesInvoiceSend(client, input, { signal: controller.signal }));
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ cause: { message: "enough" } });
  });

  test("says that the connection was cut", async () => {
    const { client } = await stripe([(_, response) => void response.destroy()]);
    expect(await failure(postInvoicesInvoiceSend(client, input))).toBeInstanceOf(ConnectionError);
  });

  test("says that it was cut within the answer", async () => {
    const { client } = await stripe([
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"id":');
        setTimeout(() => response.destroy(), 20);
      },
    ]);
    expect(await failure(postInvoicesInvoiceSend(client, input))).toBeInstanceOf(ConnectionError);
  });
});

describe("an answer", () => {
  const declined = { error: { type: "card_error", code: "card_declined", message: "Your card was declined." } };

  test("of 402 is thrown with Stripe's error", async () => {
    const { client } = await stripe([json(declined, 402, { "request-id": "req_1" })]);
    const error = await failure(postInvoicesInvoiceSend(client, input));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 402,
      body: declined,
      requestId: "req_1",
      operation: "PostInvoicesInvoiceSend",
    });
    expect(String(error) + JSON.stringify(error)).not.toContain(SECRET);
  });

  test("of 402 is a value for who asks for a result", async () => {
    const { client } = await stripe([json(declined, 402)]);
    const result = await postInvoicesInvoiceSend(client, input).result();
    expect(result).toMatchObject({ ok: false, status: 402, error: declined });
    if (result.ok) expect.fail("402 is no success");
    expectTypeOf(result.error).toEqualTypeOf<ErrorModel>();
    if (result.status !== 402) expect.fail(`${result.status} is not 402`);
    expectTypeOf(result.status).toEqualTypeOf<402>();
    expect(result.error.error.code).toBe("card_declined");
  });

  test("of 200 is narrowed to the invoice", async () => {
    const { client } = await stripe([json(invoice)]);
    const result = await postInvoicesInvoiceSend(client, input).result();
    if (!result.ok) expect.fail("200 is a success");
    expectTypeOf(result.status).toEqualTypeOf<200>();
    expectTypeOf(result.data).toEqualTypeOf<Invoice>();
    expect(result.data.id).toBe("in_123");
  });

  test("of 502 with a page of HTML keeps status and text", async () => {
    const page = "<html><body>502 Bad Gateway</body></html>";
    const { client } = await stripe([{ status: 502, headers: { "content-type": "text/html" }, body: page }]);
    expect(await failure(postInvoicesInvoiceSend(client, input))).toMatchObject({
      name: "ApiError",
      status: 502,
      body: page,
    });
  });

  test("of 502 that calls a page JSON keeps status and text too", async () => {
    const { client } = await stripe([{ status: 502, headers: { "content-type": "application/json" }, body: "<html>" }]);
    expect(await failure(postInvoicesInvoiceSend(client, input))).toMatchObject({
      name: "ApiError",
      status: 502,
      body: "<html>",
    });
  });

  test("of 200 that is not JSON is an error", async () => {
    const { client } = await stripe([{ headers: { "content-type": "application/json" }, body: "{oops" }]);
    expect(await failure(postInvoicesInvoiceSend(client, input))).toBeInstanceOf(DecodeError);
  });

  test("comes with its response", async () => {
    const { client } = await stripe([(_, response) => reply(response, json(invoice, 200, { "request-id": "req_2" }))]);
    const { data, response } = await postInvoicesInvoiceSend(client, input).withResponse();
    expectTypeOf(data).toEqualTypeOf<Invoice>();
    expect(data).toEqual(invoice);
    expect(response.headers.get("request-id")).toBe("req_2");
  });
});

describe("the types", () => {
  const client = createClient({ fetch: async () => Response.json(invoice), auth: { bearerAuth: SECRET } });

  test("ask for what is needed", () => {
    expectTypeOf(postInvoicesInvoiceSend).parameter(1).toEqualTypeOf<{
      readonly path: { readonly invoice: string };
      readonly body?: { readonly expand?: readonly string[] | undefined } | undefined;
    }>();
    expectTypeOf(postInvoicesInvoiceSend).toBeCallableWith(client, input);
    // @ts-expect-error the id of the invoice is missing
    void postInvoicesInvoiceSend(client, { path: {} }).catch(() => {});
    // @ts-expect-error there is no such parameter
    void postInvoicesInvoiceSend(client, { ...input, body: { expnad: ["customer"] } });
    // @ts-expect-error there is no such security scheme
    createClient({ auth: { apiKey: SECRET } });
  });

  test("tell the invoice and its parts", () => {
    expectTypeOf<Awaited<ReturnType<typeof postInvoicesInvoiceSend>>>().toEqualTypeOf<Invoice>();
    expectTypeOf<Invoice>().toHaveProperty("customer");
    expectTypeOf<ErrorModel["error"]["type"]>().toExtend<string>();
    expectTypeOf(postInvoicesInvoiceSend(client, input)).toExtend<Promise<Invoice>>();
  });
});
