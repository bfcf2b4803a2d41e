import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changes } from "../stripe/calls/changes.js";
import { creations } from "../stripe/calls/creations.js";
import { reads } from "../stripe/calls/reads.js";
import type { Row } from "../stripe/calls/row.js";
import { functionName, type Generated, generateStripe, inputOf } from "../stripe/both.js";
import { backendOf } from "./backend.js";
import type { Listening } from "./listen.js";

const rows: readonly Row[] = [...creations, ...changes, ...reads];
const title = ({ operation, ids, params }: Row): string =>
  `${operation}(${[...ids, Object.keys(params ?? {})].join()})`;

let stripe: Generated;
let backend: Listening;
const removals: (() => unknown)[] = [];
beforeAll(async () => {
  const operations = [...new Set(rows.map((it) => it.operation))];
  stripe = await generateStripe((it) => removals.push(it), operations);
  backend = await backendOf(stripe.description, {
    bearerAuth: ({ headers }) => headers["authorization"] === "Bearer k",
  });
});
afterAll(async () => {
  removals.forEach((it) => it());
  await backend.close();
});

const call = async (operation: string, input: object): Promise<unknown> => {
  const client = stripe.sdk.createClient({ baseUrl: backend.url, auth: { bearerAuth: "k" } });
  return stripe.sdk.operations[functionName(operation)]?.(client, input) ?? expect.fail(`no ${operation}`);
};

describe("Stripe's description, as openapi-backend reads it,", () => {
  test.each(rows.map((it) => [title(it), it] as const))("allows %s", async (_, row) => {
    await call(row.operation, inputOf(stripe, row));
  });

  test.each([
    ["PostPaymentIntents", { body: { amount: "much", currency: "usd" } }],
    ["PostPaymentIntents", { body: { amount: 1 } }],
    ["PostCustomers", { body: { name: "x".repeat(257) } }],
    ["PostCustomers", { body: { tax: { validate_location: "never" } } }],
    ["PostCustomers", { body: { tax_id_data: [{ type: "eu_vat", value: "1" }, { value: "2" }] } }],
    ["GetCustomers", { query: { limit: "many" } }],
  ])("does not allow %s(%j)", async (operation, input) => {
    await expect(call(operation, input)).rejects.toMatchObject({ name: "ApiError", status: 400 });
  });
});
