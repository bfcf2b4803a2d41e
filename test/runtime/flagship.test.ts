import { expect, expectTypeOf, test } from "vitest";
import { ApiError } from "../../templates/runtime/errors.js";
import { type Auth, createClient, sendInvoice } from "./support/flagship.js";
import { json, serve } from "./support/server.js";

test("the flagship call, to the byte", async () => {
  const server = await serve(json({ id: "in_123", status: "open" }));
  const client = createClient({ baseUrl: server.url, auth: { bearerAuth: "sk_test_1" } });

  const invoice = await sendInvoice(client, {
    path: { invoice: "in_123" },
    body: { expand: ["customer", "lines.data.discounts"] },
  });

  expect(invoice).toEqual({ id: "in_123", status: "open" });
  expect(server.seen).toHaveLength(1);
  expect(server.seen[0]).toMatchObject({
    method: "POST",
    url: "/v1/invoices/in_123/send",
    body: "expand[0]=customer&expand[1]=lines.data.discounts",
    headers: {
      accept: "application/json",
      authorization: "Bearer sk_test_1",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": "49",
    },
  });
});

test("a call without its body sends none", async () => {
  const server = await serve(json({ id: "in_123" }));
  const client = createClient({ baseUrl: server.url, auth: { basicAuth: { username: "sk_test_ü", password: "" } } });

  await sendInvoice(client, { path: { invoice: "in_123" } });

  expect(server.seen[0]?.body).toBe("");
  expect(server.seen[0]?.headers).not.toHaveProperty("content-type");
  expect(server.seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from("sk_test_ü:").toString("base64")}`);
});

test("Stripe's card error", async () => {
  const body = { error: { code: "card_declined", message: "Your card was declined.", type: "card_error" } };
  const server = await serve(json(body, 402, { "request-id": "req_1" }));
  const client = createClient({ baseUrl: server.url, auth: { bearerAuth: "sk_test_1" } });

  const error: unknown = await sendInvoice(client, { path: { invoice: "in_123" } }).catch((it: unknown) => it);

  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    name: "ApiError",
    message: "POST /v1/invoices/{invoice}/send: 402 Payment Required (request req_1)",
    operation: "PostInvoicesInvoiceSend",
    status: 402,
    requestId: "req_1",
    body,
  });
  expect((error as ApiError).headers.get("request-id")).toBe("req_1");
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "ApiError",
    message: "POST /v1/invoices/{invoice}/send: 402 Payment Required (request req_1)",
    operation: "PostInvoicesInvoiceSend",
    status: 402,
    requestId: "req_1",
  });
});

test("the body of an error that is caught has no type until one is found for it", () => {
  const bodyOf = (error: unknown) => (error instanceof ApiError ? error.body : undefined);
  expectTypeOf(bodyOf).returns.toEqualTypeOf<unknown>();
});

test("a call takes the credentials of the API and no others", () => {
  type Options = NonNullable<Parameters<typeof sendInvoice>[2]>;
  expectTypeOf<Options["auth"]>().toEqualTypeOf<Auth | undefined>();
  expectTypeOf<{ auth: { basicAuth: string } }>().not.toExtend<Options>();
});
