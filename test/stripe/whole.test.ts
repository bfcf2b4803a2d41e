import { beforeAll, describe, expect, test } from "vitest";
import { declarationsOf } from "../support/canonical.js";
import { compileAlone } from "../support/compile.js";
import { missingImports } from "../support/imports.js";
import { diagnosticsText } from "../support/scenario/outcome.js";
import { examplesIn, exampleModules } from "../support/scenario/usage.js";
import { generateSdk, type Sdk } from "../support/sdk.js";
import { shuffled } from "../support/shuffle.js";
import { stripeText } from "../support/stripe.js";

const text = stripeText();
let sdk: Sdk;
beforeAll(async () => void (sdk = await generateSdk({ "stripe.json": text })));

describe("the whole of Stripe", () => {
  test("compiles under every strict flag, with the call that each comment shows", async () => {
    expect(missingImports(sdk.files)).toEqual([]);
    expect(examplesIn(sdk.files)).toHaveLength(533);
    expect(await compileAlone({ ...sdk.files, ...exampleModules(sdk.files) })).toEqual([]);
  });

  test("says nothing but that three schemas have names of globals", () => {
    expect(
      diagnosticsText(sdk)
        .replaceAll(/^(\S+ \S+) \S+ ("\w+").*$/gm, "$1 $2")
        .split("\n"),
    ).toEqual(['info names/reserved "Error"', 'info names/reserved "Event"', 'info names/reserved "File"']);
  });

  test("has a function each operation and a type each schema", () => {
    expect(count(/^export function /gm, "operations/")).toBe(533);
    // The name of what stands within another type has an underscore.
    expect(count(/^export (type|interface) [^_\s]+ /gm, "types/")).toBe(979);
  });

  /** 247 GET and 25 DELETE operations describe a form without a field, which is no body. */
  test("has a body where there is one", () => {
    // One type that stands within an input has a property of that name too.
    expect(count(/^ {2}body\??:/gm, "operations/")).toBe(533 - 272 + 1);
    expect(count(/encode: encodeForm(UnlessEmpty)?\b/g, "operations/")).toBe(533 - 272 - 1);
    expect(count(/encode: encodeMultipart\b/g, "operations/")).toBe(1);
  });

  test("sends files to their own host", () => {
    expect(count(/servers: \[\{ url: "https:\/\/files\.stripe\.com\/" \}\]/g, "operations/")).toBe(2);
  });

  test("gives the same bytes twice", async () => {
    expect(await generateSdk({ "stripe.json": text })).toEqual(sdk);
  });

  test("means the same whatever the order of its keys", async () => {
    const other = await generateSdk({ "stripe.json": JSON.stringify(shuffled(JSON.parse(text))) });
    expect(other.files).not.toEqual(sdk.files);
    expect(Object.keys(other.files)).toEqual(Object.keys(sdk.files));
    for (const [path, file] of Object.entries(sdk.files)) {
      expect(declarationsOf(other.files[path] ?? ""), path).toEqual(declarationsOf(file));
    }
  });
});

const count = (pattern: RegExp, folder: string): number =>
  Object.entries(sdk.files).reduce(
    (sum, [path, file]) => sum + (path.startsWith(folder) ? [...file.matchAll(pattern)].length : 0),
    0,
  );
