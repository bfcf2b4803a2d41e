import { beforeAll, describe, expect, test } from "vitest";
import { compileAlone } from "../support/compile.js";
import { generateSdk, type Sdk } from "../support/sdk.js";
import { reachedSchemas, stripeText, type Description } from "../support/stripe.js";

const text = stripeText();
let sdk: Sdk;
beforeAll(
  async () => void (sdk = await generateSdk({ "stripe.json": text }, { operations: ["PostInvoicesInvoiceSend"] })),
);

describe("one operation of Stripe", () => {
  test("brings the schemas that it reaches and no other", () => {
    // The shape of Stripe's description is known; a wrong one would fail below.
    const description = JSON.parse(text) as Description;
    const reached = reachedSchemas(description, description.paths["/v1/invoices/{invoice}/send"]?.["post"]);
    expect(reached.size).toBe(585);
    // The name of what stands within another type has an underscore.
    expect(names("types/").filter((it) => !it.includes("_")).length).toBe(reached.size);
  });

  test("is the only one", () => {
    expect(Object.keys(sdk.files).filter((it) => it.startsWith("operations/"))).toEqual(["operations/invoices.ts"]);
    expect(names("operations/")).toEqual([
      "PostInvoicesInvoiceSendInput",
      "PostInvoicesInvoiceSendOutput",
      "PostInvoicesInvoiceSendError",
      "PostInvoicesInvoiceSendResponses",
      "postInvoicesInvoiceSend",
    ]);
  });

  test("compiles under every strict flag", async () => {
    expect(await compileAlone(sdk.files)).toEqual([]);
  });
});

const names = (folder: string): readonly string[] =>
  Object.entries(sdk.files)
    .filter(([path]) => path.startsWith(folder))
    .flatMap(([, file]) =>
      [...file.matchAll(/^export (?:function|interface|type) (\w+)/gm)].map(([, name = ""]) => name),
    );
