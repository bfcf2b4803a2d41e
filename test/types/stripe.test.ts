import { beforeAll, describe, expect, test } from "vitest";
import { stripeText } from "../support/stripe.js";
import { operationPairs } from "./operations.js";
import { contest, disagreements, schemaPairs, type Contest } from "./oracle.js";

describe("for Stripe our types and those of openapi-typescript are assignable both ways", () => {
  let stripe: Contest;
  // By their default an object of which nothing is said holds nothing, and so differs from ours wherever there is one.
  beforeAll(async () => void (stripe = await contest("stripe.json", stripeText(), { emptyObjectsUnknown: true })));

  test("for all schemas, parameters, bodies and answers, but for raw bytes, which are a Blob", async () => {
    const [schemas, operations] = [schemaPairs(stripe), operationPairs(stripe)];
    expect([schemas.length, operations.length]).toEqual([979, 2039]);
    const bytes = { "PostFiles body": "apart", "GetQuotesQuotePdf output": "apart" } as const;
    expect(await disagreements(stripe, [...schemas, ...operations], bytes)).toEqual([]);
  });
});
