import type { Stripe } from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, json } from "../../runtime/support/server.js";
import { type Answers, type Generated, generateStripe, ours, theirs } from "./both.js";
import { normal } from "./normal.js";

let stripe: Generated;
const removals: (() => void)[] = [];
const OPERATIONS = ["GetCustomers", "GetInvoicesInvoiceLines", "GetCustomersSearch"];
beforeAll(async () => void (stripe = await generateStripe((it) => removals.push(it), OPERATIONS)));
afterAll(() => removals.forEach((it) => it()));

const page = (ids: readonly string[], more: boolean, url: string, rest: object = {}): Answer =>
  json({ object: "list", url, has_more: more, data: ids.map((id) => ({ id, object: "x" })), ...rest });

const customers: Answers = [
  page(["cus_1", "cus_2"], true, "/v1/customers"),
  page(["cus_3", "cus_4"], true, "/v1/customers"),
  page(["cus_5"], false, "/v1/customers"),
];
const lines: Answers = [
  page(["il_1"], true, "/v1/invoices/in_1/lines"),
  page(["il_2"], false, "/v1/invoices/in_1/lines"),
];
const found = (ids: readonly string[], next: string | null): Answer =>
  page(ids, next !== null, "/v1/customers/search", { object: "search_result", next_page: next });

/** The ids of what a list gives, up to a number of them. */
async function idsOf(list: AsyncIterable<unknown>, atMost: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const it of list) {
    // Every item of these lists has an id.
    ids.push((it as { readonly id: string }).id);
    if (ids.length === atMost) break;
  }
  return ids;
}

const ALL = Number.POSITIVE_INFINITY;

type List = (stripe: Stripe) => AsyncIterable<unknown>;
const rows: readonly (readonly [
  name: string,
  operation: string,
  input: object,
  list: List,
  answers: Answers,
  atMost: number,
])[] = [
  ["all customers", "GetCustomers", { query: { limit: 2 } }, (it) => it.customers.list({ limit: 2 }), customers, ALL],
  ["without a query", "GetCustomers", {}, (it) => it.customers.list(), customers, ALL],
  [
    "with filters, which every page repeats",
    "GetCustomers",
    { query: { created: { gte: 1, lt: 9 }, expand: ["data.tax"] } },
    (it) => it.customers.list({ created: { gte: 1, lt: 9 }, expand: ["data.tax"] }),
    customers,
    ALL,
  ],
  ["up to the first page's end", "GetCustomers", {}, (it) => it.customers.list(), customers, 2],
  ["up to the second page", "GetCustomers", {}, (it) => it.customers.list(), customers, 3],
  [
    "of something with an id in its path",
    "GetInvoicesInvoiceLines",
    { path: { invoice: "in_1" } },
    (it) => it.invoices.listLineItems("in_1"),
    lines,
    ALL,
  ],
  [
    "of a search",
    "GetCustomersSearch",
    { query: { query: "name:'a & b'" } },
    (it) => it.customers.search({ query: "name:'a & b'" }),
    [found(["cus_1"], "p/2="), found(["cus_2"], null)],
    ALL,
  ],
  ["that is empty", "GetCustomers", {}, (it) => it.customers.list(), [page([], false, "/v1/customers")], ALL],
];

describe("a list gives the same items with the same requests", () => {
  test.each(rows)("%s", async (_, operation, input, list, answers, atMost) => {
    const left = await ours(stripe, operation, input, answers, {}, (call) => idsOf(call, atMost));
    const right = await theirs((it) => idsOf(list(it), atMost), answers);
    expect(left.outcome).toEqual(right.outcome);
    expect(left.seen.map(normal)).toEqual(right.seen.map(normal));
  });
});
