import type { RequestListener } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tools } from "../../support/tools.js";
import { type Generated, generateStripe } from "../stripe/both.js";
import { listen, type Listening } from "./listen.js";

const OPERATIONS = [
  "PostCustomers",
  "GetCustomers",
  "GetCustomersCustomer",
  "PostCustomersCustomer",
  "PostCharges",
  "GetChargesCharge",
  "PostChargesChargeCapture",
  "PostRefunds",
  "PostProducts",
  "PostPrices",
  "PostTaxRates",
];

let stripe: Generated;
let mock: Listening;
const removals: (() => void)[] = [];
beforeAll(async () => {
  const { require } = await tools({ "stripe-stateful-mock": "0.0.16" });
  // The package's documented interface.
  const { createExpressApp } = require("stripe-stateful-mock") as { readonly createExpressApp: () => RequestListener };
  mock = await listen(createExpressApp());
  stripe = await generateStripe((it) => removals.push(it), OPERATIONS);
});
afterAll(async () => {
  removals.forEach((it) => it());
  await mock.close();
});

/** What the tests read of the things that the mock gives. */
type Thing = Readonly<Record<string, unknown>> & { readonly id: string };

const call = async (name: string, input: object = {}, options: object = {}): Promise<Thing> => {
  const client = stripe.sdk.createClient({
    baseUrl: mock.url,
    auth: { bearerAuth: "sk_test_1" },
    idempotencyHeader: "Idempotency-Key",
  });
  return (await stripe.sdk.operations[name]?.(client, input, options)) as Thing;
};

describe("a mock of Stripe that others wrote reads what the SDK sends", () => {
  test("a customer is made, read, changed and found", async () => {
    const address = { line1: "1 Main St", city: "Zürich", postal_code: "8001" };
    const made = await call("postCustomers", {
      body: { description: "Jenny & Söhne", metadata: { "a key": "1 + 1 = 2" }, shipping: { name: "Jenny", address } },
    });
    expect(made).toMatchObject({
      object: "customer",
      description: "Jenny & Söhne",
      metadata: { "a key": "1 + 1 = 2" },
    });
    expect(made["shipping"]).toMatchObject({ name: "Jenny", address });
    const path = { customer: made.id };
    expect(await call("getCustomersCustomer", { path })).toEqual(made);
    await call("postCustomersCustomer", { path, body: { email: "jenny+1@example.com" } });
    expect(await call("getCustomersCustomer", { path })).toMatchObject({ email: "jenny+1@example.com" });
  });

  test("a charge is made with its number, captured and given back", async () => {
    const charge = await call("postCharges", {
      body: { amount: 2000, currency: "usd", source: "tok_visa", capture: false },
    });
    expect(charge).toMatchObject({ amount: 2000, currency: "usd", captured: false });
    await call("postChargesChargeCapture", { path: { charge: charge.id } });
    expect(await call("getChargesCharge", { path: { charge: charge.id } })).toMatchObject({ captured: true });
    expect(await call("postRefunds", { body: { charge: charge.id, amount: 500 } })).toMatchObject({ amount: 500 });
  });

  test("a product has a price", async () => {
    const product = await call("postProducts", { body: { name: "Gold" } });
    const recurring = { interval: "month", interval_count: 3 } as const;
    const price = await call("postPrices", {
      body: { product: product.id, currency: "usd", unit_amount: 1000, recurring },
    });
    expect(price).toMatchObject({ product: product.id, unit_amount: 1000, recurring: { interval: "month" } });
    const rate = { display_name: "VAT", inclusive: false, percentage: 7.7 };
    expect(await call("postTaxRates", { body: rate })).toMatchObject(rate);
  });

  test("a list is read page by page", async () => {
    const made = [];
    for (let i = 0; i < 5; i++) made.push((await call("postCustomers", { body: { description: `Page ${i}` } })).id);
    const client = stripe.sdk.createClient({ baseUrl: mock.url, auth: { bearerAuth: "sk_test_1" } });
    const found: string[] = [];
    for await (const it of stripe.sdk.operations["getCustomers"]?.(client, { query: { limit: 2 } }) ?? []) {
      found.push((it as Thing).id);
    }
    expect(found).toEqual(expect.arrayContaining(made));
    expect(new Set(found).size).toBe(found.length);
  });

  test("the same idempotency key does the same thing once", async () => {
    const once = (): Promise<Thing> =>
      call("postCustomers", { body: { description: "Once" } }, { idempotencyKey: "k1" });
    expect((await once()).id).toBe((await once()).id);
  });

  test.each([
    [
      "a card that is declined",
      "postCharges",
      { body: { amount: 2000, currency: "usd", source: "tok_chargeDeclined" } },
      402,
    ],
    ["what is not there", "getCustomersCustomer", { path: { customer: "cus_none" } }, 404],
  ])("%s is an ApiError", async (_, name, input, status) => {
    const error: unknown = await call(name, input).catch((it: unknown) => it);
    expect(error).toMatchObject({ name: "ApiError", status, body: { error: { type: expect.any(String) as string } } });
  });
});
