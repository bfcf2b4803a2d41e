import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compileAlone, type OtherCompiler } from "../../support/compile.js";
import { generateSdk, type Sdk } from "../../support/sdk.js";
import { stripeText } from "../../support/stripe.js";
import { tools } from "../../support/tools.js";

const specs = fileURLToPath(new URL("../../../specs/", import.meta.url));
const runtime = fileURLToPath(new URL("../../../templates/runtime/", import.meta.url));

/** `npm test` compiles with 5.9 and 7.0. */
const compilers: readonly (readonly [version: string, without: NonNullable<OtherCompiler["without"]>])[] = [
  ["5.5.4", ["erasableSyntaxOnly"]],
  ["5.8.3", []],
  ["6.0.3", []],
];

describe.each(compilers)("TypeScript %s compiles", (version, without) => {
  let compiler: OtherCompiler;
  beforeAll(async () => {
    const { folder } = await tools({ typescript: version });
    compiler = { program: join(folder, "node_modules/typescript/bin/tsc"), without };
  });

  test.each<readonly [string, () => Promise<Pick<Sdk, "files">>]>([
    ["the whole runtime", async () => ({ files: filesIn(runtime) })],
    [
      "the flagship SDK",
      () =>
        generateSdk({
          "page.html": readFileSync(join(specs, "PostInvoicesInvoiceSend.html"), "utf8"),
          "api.yaml": readFileSync(join(specs, "stripe-invoice-send.yaml"), "utf8"),
        }),
    ],
    ["the whole of Stripe", () => generateSdk({ "stripe.json": stripeText() })],
  ])("%s", async (_, made) => {
    const { files } = await made();
    expect(Object.keys(files).length).toBeGreaterThan(10);
    // A compiler that did not run would find nothing either, so it is given something to find.
    const errors = await compileAlone({ ...files, "wrong.ts": `export const wrong: number = "";` }, compiler);
    expect(errors.map((it) => it.replace(/: .*/, ""))).toEqual(["wrong.ts(1,14)"]);
  });
});

const filesIn = (folder: string): Sdk["files"] =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((it) => it.endsWith(".ts"))
      .map((it) => [it, readFileSync(join(folder, it), "utf8")]),
  );
