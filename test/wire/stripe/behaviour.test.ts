import type { Stripe } from "stripe";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Answer, json, type Reply } from "../../runtime/support/server.js";
import { type Answers, type Generated, generateStripe, ours, type Side, theirs } from "./both.js";
import { headerDeviations, transportHeaders } from "./deviations.js";
import { normal } from "./normal.js";

const OPERATIONS = ["PostCustomers", "GetCustomersCustomer", "PostInvoicesInvoiceSend"];

let stripe: Generated;
const removals: (() => void)[] = [];
beforeAll(async () => void (stripe = await generateStripe((it) => removals.push(it), OPERATIONS)));
afterAll(() => removals.forEach((it) => it()));

const customer = json({ id: "cus_1", object: "customer" });

/** The requests of both sides, in their common form. */
const requestsOf = (...sides: readonly Side[]): readonly unknown[] => sides.map((it) => it.seen.map(normal));

test("each header that only one of the two sends has its reason", async () => {
  const [left] = (await ours(stripe, "PostCustomers", { body: { name: "Jenny" } }, [customer])).seen;
  const [right] = (await theirs((it) => it.customers.create({ name: "Jenny" }), [customer])).seen;
  const names = (headers: object = {}): readonly string[] =>
    Object.keys(headers).filter((it) => !transportHeaders.has(it));
  const [a, b] = [names(left?.headers), names(right?.headers)];
  const apart = [...a, ...b].filter((it) => it === "user-agent" || a.includes(it) !== b.includes(it));
  expect(new Set(apart)).toEqual(new Set(Object.keys(headerDeviations)));
});

describe("what a request is given", () => {
  const create = async (call: object, options: Stripe.RequestOptions): Promise<readonly [Side, Side]> => [
    await ours(stripe, "PostCustomers", { body: { name: "Jenny" } }, [customer], { call }),
    await theirs((it) => it.customers.create({ name: "Jenny" }, options), [customer]),
  ];

  test.each<readonly [string, object, Stripe.RequestOptions]>([
    ["an idempotency key", { idempotencyKey: "order-1" }, { idempotencyKey: "order-1" }],
    ["a connected account", { headers: { "Stripe-Account": "acct_1" } }, { stripeAccount: "acct_1" }],
    ["another key", { auth: { bearerAuth: "sk_test_other" } }, { apiKey: "sk_test_other" }],
  ])("%s", async (_, call, options) => {
    const [left, right] = await create(call, options);
    expect(left.seen.map(normal)).toEqual(right.seen.map(normal));
  });

  test("a version of the API", async () => {
    const [left, right] = await create({ headers: { "Stripe-Version": "2024-04-10" } }, { apiVersion: "2024-04-10" });
    expect(left.seen.map((it) => it.headers["stripe-version"])).toEqual(["2024-04-10"]);
    expect(right.seen.map((it) => it.headers["stripe-version"])).toEqual(["2024-04-10"]);
  });
});

describe("when Stripe fails first", () => {
  const cut: Answer = (_, response) => void response.destroy();
  const failing = (status: number, headers: Readonly<Record<string, string>> = {}): Reply =>
    json({ error: { type: "api_error", message: "again" } }, status, headers);

  const create = async (answers: Answers): Promise<readonly [Side, Side]> => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const both = [
      await ours(stripe, "PostCustomers", { body: { name: "Jenny" } }, answers),
      await theirs((it) => it.customers.create({ name: "Jenny" }), answers),
    ] as const;
    vi.restoreAllMocks();
    return both;
  };

  test.each<readonly [string, Answer]>([
    ["500", failing(500)],
    ["409", failing(409)],
    ["a cut connection", cut],
  ])("both try again after %s, with the same body and key", async (_, failure) => {
    const [left, right] = await create([failure, customer]);
    expect(left.seen).toHaveLength(2);
    expect(requestsOf(left)).toEqual(requestsOf(right));
    expect(left.outcome).toEqual(right.outcome);
    for (const { seen } of [left, right]) expect(new Set(seen.map((it) => it.headers["idempotency-key"])).size).toBe(1);
  });

  test.each([400, 401, 402, 404])("neither does after %d", async (status) => {
    const [left, right] = await create([failing(status), customer]);
    expect(left.seen).toHaveLength(1);
    expect(requestsOf(left)).toEqual(requestsOf(right));
    expect([left.outcome, right.outcome]).toEqual([{ status }, { status }]);
  });

  test("both give up after two more attempts", async () => {
    const [left, right] = await create([failing(503)]);
    expect([left.seen.length, right.seen.length]).toEqual([3, 3]);
    expect([left.outcome, right.outcome]).toEqual([{ status: 503 }, { status: 503 }]);
  });

  /** Stripe asks for a pause so; its package leaves that to its caller. */
  test("the SDK tries again after 429 too, Stripe's package does not", async () => {
    const [left, right] = await create([failing(429, { "retry-after": "0" }), customer]);
    expect([left.seen.length, right.seen.length]).toEqual([2, 1]);
  });
});
