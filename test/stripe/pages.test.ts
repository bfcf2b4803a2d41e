import { beforeAll, describe, expect, test } from "vitest";
import { type Description, renderPages } from "../inputs/pages/render-httpdoc.js";
import { compileAlone } from "../support/compile.js";
import { missingImports } from "../support/imports.js";
import { generateSdk, type Sdk } from "../support/sdk.js";
import { stripeText } from "../support/stripe.js";

const description = JSON.parse(stripeText()) as Description;
const pages = renderPages(description);
let sdk: Sdk;
beforeAll(async () => void (sdk = await generateSdk(pages)));

describe("the whole of Stripe, from a page an operation", () => {
  test("is one SDK that compiles", async () => {
    expect(Object.keys(pages)).toHaveLength(533);
    expect(count(/^export function /gm)).toBe(533);
    expect(missingImports(sdk.files)).toEqual([]);
    expect(await compileAlone(sdk.files)).toEqual([]);
  });

  test("has a body where there is one, and knows what it holds", () => {
    // One type that stands within an input has a property of that name too.
    expect(count(/^ {2}body\??:/gm)).toBe(533 - 272 + 1);
    expect(count(/^ {2}body\??: unknown/gm)).toBe(0);
  });

  test("has one server, told once", () => {
    expect(count(/servers: \[/g)).toBe(0);
    expect(Object.values(sdk.files).join("").split(`url: "https://api.stripe.com`).length - 1).toBe(1);
  });

  test("says what the pages leave open, and nothing that --strict would mind", () => {
    expect([...new Set(sdk.diagnostics.map((it) => `${it.severity} ${it.code}`))].sort()).toEqual([
      "info read/page-backslashes",
      "info read/page-host-only",
      "info read/page-nested-paragraph",
      "info read/page-parameter-type",
      "info read/page-untyped-response",
    ]);
  });
});

const count = (pattern: RegExp): number =>
  Object.entries(sdk.files).reduce(
    (sum, [path, file]) => sum + (path.startsWith("operations/") ? [...file.matchAll(pattern)].length : 0),
    0,
  );
