import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, imported } from "../support/bundle.js";
import { generateSdk, type SdkOptions } from "../support/sdk.js";
import { reply, serve, type Reply } from "./support/server.js";

const price = {
  type: "object",
  properties: { id: { type: "integer", format: "int64" }, amount: { type: "number", format: "decimal" } },
};
const description = {
  openapi: "3.1.0",
  info: { title: "Prices", version: "1" },
  paths: {
    "/prices/{amount}": {
      put: {
        operationId: "putPrice",
        parameters: [{ name: "amount", in: "path", required: true, schema: price.properties.amount }],
        requestBody: { required: true, content: { "application/json": { schema: price } } },
        responses: {
          200: {
            description: "",
            headers: { "X-Rate": { schema: price.properties.amount } },
            content: { "application/json": { schema: price } },
          },
          422: { description: "", content: { "application/json": { schema: price } } },
        },
      },
    },
    "/lines": {
      get: {
        operationId: "getLines",
        responses: { 200: { description: "", content: { "application/x-ndjson": { itemSchema: price } } } },
      },
    },
    "/plain": {
      get: {
        operationId: "getPlain",
        responses: { 200: { description: "", content: { "application/json": { schema: { type: "number" } } } } },
      },
    },
  },
};

interface Sdk {
  readonly createClient: (options: object) => object;
  readonly ExactDecimal: new (text: string) => object;
  readonly putPrice: (client: object, input: object) => Answered;
  readonly getLines: (client: object) => Promise<AsyncIterable<unknown>>;
  readonly getPlain: (client: object) => Promise<unknown>;
}
type Answered = Promise<unknown> & { readonly withResponse: () => Promise<{ readonly headers: object }> };

const filesFor = async (options: SdkOptions): Promise<Readonly<Record<string, string>>> =>
  (await generateSdk({ "prices.json": JSON.stringify(description) }, options)).files;

const json = (body: string, status = 200): Reply => ({
  status,
  headers: { "content-type": "application/json", "x-rate": "0.10000000000000000001" },
  body,
});

describe("over the network", () => {
  let sdk: Sdk;
  const removals: (() => void)[] = [];
  beforeAll(async () => {
    const code = await bundle(await filesFor({ decimals: "exact" }));
    sdk = await imported<Sdk>(code, (it) => removals.push(it));
  });
  afterAll(() => removals.forEach((it) => it()));

  test("what a server sends comes back to it digit for digit, and its headers too", async () => {
    // Answers with what it got.
    const server = await serve((request, response) => reply(response, json(request.body)));
    const client = sdk.createClient({ baseUrl: server.url });
    const amount = new sdk.ExactDecimal("12345678901234567890.123456789");
    const sent = { id: 1, amount };
    const call = sdk.putPrice(client, { path: { amount }, body: sent });
    expect(await call).toStrictEqual(sent);
    expect((await call.withResponse()).headers).toStrictEqual({
      "X-Rate": new sdk.ExactDecimal("0.10000000000000000001"),
    });
    expect(server.seen).toMatchObject([
      { url: "/prices/12345678901234567890.123456789", body: '{"id":1,"amount":12345678901234567890.123456789}' },
    ]);
  });

  test("an error and each line of a stream have their digits", async () => {
    const text = '{"amount":0.12345678901234567890}';
    const lines = { headers: { "content-type": "application/x-ndjson" }, body: `${text}\n{"amount":1.50}\n` };
    const server = await serve(json(text, 422), lines);
    const client = sdk.createClient({ baseUrl: server.url });
    const amount = new sdk.ExactDecimal("0.12345678901234567890");
    const failed = sdk.putPrice(client, { path: { amount: 1 }, body: {} });
    await expect(failed).rejects.toMatchObject({ status: 422, body: { amount } });
    const values: unknown[] = [];
    for await (const it of await sdk.getLines(client)) values.push(it);
    expect(values).toStrictEqual([{ amount }, { amount: 1.5 }]);
  });

  test("an answer without decimals holds numbers only", async () => {
    const server = await serve(json("0.12345678901234567890"));
    expect(await sdk.getPlain(sdk.createClient({ baseUrl: server.url }))).toBe(0.12345678901234568);
  });
});

test.each([
  [{}, []],
  [{ int64: "bigint" }, ["exact-bigint", "exact-json"]],
  [{ decimals: "exact" }, ["exact-decimal", "exact-json"]],
  [{ int64: "bigint", decimals: "exact" }, ["exact-bigint", "exact-decimal", "exact-json"]],
] as const)("an SDK made with %j carries what it asks for", async (options, carried) => {
  const files = await filesFor(options);
  const exact = Object.keys(files).filter((it) => it.startsWith("runtime/exact-"));
  expect(exact).toEqual(carried.map((it) => `runtime/${it}.ts`));
  expect(files["index.ts"]?.includes("ExactDecimal")).toBe("decimals" in options);
});
